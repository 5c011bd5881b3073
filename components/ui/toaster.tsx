"use client";

import { useTheme } from "next-themes";
import { Toaster as SonnerToaster } from "sonner";

/** Where short notices appear; `toast("Saved")` of `sonner` shows one. */
export function Toaster() {
  const { resolvedTheme } = useTheme();
  return (
    <SonnerToaster
      theme={resolvedTheme === "dark" ? "dark" : "light"}
      position="bottom-right"
      closeButton
      className="font-sans! [--normal-bg:var(--surface)]! [--normal-border:var(--line)]! [--normal-text:var(--text)]!"
    />
  );
}
