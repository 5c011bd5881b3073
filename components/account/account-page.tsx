import type { ReactNode } from "react";

/** One narrow column: what this page asks for, and what else one may have come for. */
export function AccountPage({
  title,
  intro,
  children,
  otherwise,
}: {
  title: string;
  intro?: ReactNode;
  children?: ReactNode;
  otherwise?: ReactNode;
}) {
  return (
    <div className="mx-auto grid max-w-sm gap-6 py-6 sm:py-12">
      <div className="grid gap-2">
        <h1 className="text-2xl font-semibold tracking-tight">{title}</h1>
        {intro && <div className="grid gap-2 wrap-anywhere text-muted">{intro}</div>}
      </div>
      {children}
      {otherwise && <div className="grid gap-1 border-t border-line pt-4 text-muted">{otherwise}</div>}
    </div>
  );
}
