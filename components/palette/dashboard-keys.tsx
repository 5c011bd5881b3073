"use client";

import { Search } from "lucide-react";
import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { isTyping } from "./is-typing.ts";
import type { LookFor } from "./use-found.ts";

// Most pages are left without either.
const Palette = dynamic(() => import("./palette.tsx").then(({ Palette }) => Palette));
const KeyHelp = dynamic(() => import("./key-help.tsx").then(({ KeyHelp }) => KeyHelp));

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
      {open === "palette" && <Palette lookFor={lookFor} close={close} showKeys={() => setOpen("keys")} />}
      {open === "keys" && <KeyHelp close={close} />}
    </>
  );
}
