"use client";

import { Printer } from "lucide-react";
import { Button } from "#components/ui/button.tsx";

/** Opens the browser's own dialog, which prints and saves as PDF. */
export function PrintButton() {
  return (
    <Button variant="secondary" onClick={() => window.print()}>
      <Printer aria-hidden /> Print or save as PDF
    </Button>
  );
}
