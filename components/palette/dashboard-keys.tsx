"use client";

import { Search } from "lucide-react";
import { lazy, Suspense, useEffect, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { isTyping } from "./is-typing.ts";
import type { LookFor } from "./use-found.ts";

// Most pages are left without either.
const Palette = lazy(() => import("./palette.tsx").then(({ Palette }) => ({ default: Palette })));
const KeyHelp = lazy(() => import("./key-help.tsx").then(({ KeyHelp }) => ({ default: KeyHelp })));

/** The palette (Ctrl K, or its button) and the list of keys (`?`), on every page of the dashboard. */
export function DashboardKeys({ lookFor }: { lookFor: LookFor }) {
  const [open, setOpen] = useState<"palette" | "keys" | null>(null);
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
  const close = () => setOpen(null);
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
      <Suspense>
        {open === "palette" && <Palette lookFor={lookFor} close={close} showKeys={() => setOpen("keys")} />}
        {open === "keys" && <KeyHelp close={close} />}
      </Suspense>
    </>
  );
}
