import Link from "next/link";
import type { ReactNode } from "react";

/** One of several views of a list, which lives in the address. */
export function ChoiceLink({ href, isChosen, children }: { href: string; isChosen: boolean; children: ReactNode }) {
  return (
    <Link
      href={href}
      prefetch={false}
      aria-current={isChosen ? "true" : undefined}
      className="inline-flex h-8 items-center gap-1.5 rounded-md border border-transparent px-2.5 text-sm hover:bg-sunken aria-[current]:border-line-strong aria-[current]:bg-surface aria-[current]:font-medium"
    >
      {children}
    </Link>
  );
}
