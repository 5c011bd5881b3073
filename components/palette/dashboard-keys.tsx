"use client";

import { Search } from "lucide-react";
import { lazy, Suspense, useEffect, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { isTyping } from "./is-typing.ts";
import type { Shown } from "./over-the-page.tsx";
import type { LookFor } from "./use-found.ts";

// Most pages are left without either.
const OverThePage = lazy(() => import("./over-the-page.tsx"));

/** The palette (Ctrl K, or its button) and the list of keys (`?`), on every page of the dashboard. */
export function DashboardKeys({ lookFor }: { lookFor: LookFor }) {
  const [open, setOpen] = useState<Shown | null>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isPalette = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      const isHelp = event.key === "?" && !event.ctrlKey && !event.metaKey && !isTyping(event);
      if (!isPalette && !isHelp) return;
      event.preventDefault();
      if (isPalette) setOpen((now) => (now === "palette" ? null : "palette"));
      else setOpen("keys");
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return (
    <>
      <Button
        variant="ghost"
        aria-label="Go to or do"
        title="Go to or do (Ctrl K)"
        aria-keyshortcuts="Control+K Meta+K"
        className="w-10 px-0 sm:h-8 sm:w-9"
        onClick={() => setOpen("palette")}
      >
        <Search aria-hidden />
      </Button>
      <Suspense>{open && <OverThePage shows={open} show={setOpen} lookFor={lookFor} />}</Suspense>
    </>
  );
}
