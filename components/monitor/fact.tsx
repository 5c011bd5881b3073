import type { ReactNode } from "react";
import { visibleText } from "#core/text/visible-text.ts";

/** One thing known of a server, under its name. */
export function Fact({ term, className, children }: { term: string; className?: string; children: ReactNode }) {
  return (
    <div className={className ?? "min-w-0"}>
      <dt className="text-sm text-muted">{term}</dt>
      <dd className="mt-0.5 wrap-anywhere">{children}</dd>
    </div>
  );
}

/** Something a server said. */
export function Wire({ children }: { children: string }) {
  return <span className="font-mono text-xs">{visibleText(children)}</span>;
}
