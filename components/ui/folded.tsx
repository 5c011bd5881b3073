"use client";

import { useState, type ReactNode } from "react";

type Props = { summary: ReactNode; summaryClassName: string; className?: string; children: () => ReactNode };

/** Something folded up, which is made when somebody opens it: what nobody looks at would be most of what a page weighs. */
export function Folded({ summary, summaryClassName, className, children }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  const lookWhetherOpen = (details: HTMLDetailsElement | null) => {
    if (details?.open) setIsOpen(true); // before this ran
  };
  return (
    <details ref={lookWhetherOpen} className={className} onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary className={summaryClassName}>{summary}</summary>
      {isOpen && children()}
    </details>
  );
}
