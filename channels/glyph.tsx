import type { ReactNode } from "react";

/** The lines of a channel's icon, drawn on 24 × 24 in the colour of the text. It stands beside a name, so readers skip it. */
export function Glyph({ className, children }: { className?: string | undefined; children: ReactNode }) {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={className}
      aria-hidden
    >
      {children}
    </svg>
  );
}
