import type { ReactNode } from "react";

/** One part of what a reason means, under its name; a wide one has a line of its own. */
export function Fact({ term, isWide, children }: { term: string; isWide?: boolean; children: ReactNode }) {
  return (
    <div className={isWide ? "basis-full" : undefined}>
      <dt className="text-xs font-medium text-muted">{term}</dt>
      <dd className="mt-0.5 max-w-prose wrap-anywhere">{children}</dd>
    </div>
  );
}
