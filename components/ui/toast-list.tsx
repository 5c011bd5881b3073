"use client";

import { useTheme } from "next-themes";
import { useEffect } from "react";
import { Toaster as SonnerToaster } from "sonner";
import { toastWanted } from "./toast.ts";

/** The notices that are shown now. */
export default function ToastList() {
  const { resolvedTheme } = useTheme();
  useEffect(() => toastWanted.onReady(), []);
  return (
    <SonnerToaster
      theme={resolvedTheme === "dark" ? "dark" : "light"}
      position="bottom-right"
      closeButton
      className="font-sans! [--normal-bg:var(--surface)]! [--normal-border:var(--line)]! [--normal-text:var(--text)]!"
    />
  );
}
