"use client";

import { useState, type ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";

/** Entries of a timeline that are shown when somebody asks for them. */
export function FoldedEvents({ count, children }: { count: number; children: ReactNode }) {
  const [isOpen, setIsOpen] = useState(false);
  if (isOpen) return children;
  return (
    <li className="pb-4 pl-6">
      <Button size="sm" onClick={() => setIsOpen(true)}>
        Show {count} more
      </Button>
    </li>
  );
}
