"use client";

import { Copy } from "lucide-react";
import { toast } from "sonner";
import { Button } from "#components/ui/button.tsx";

/** Puts a text into the clipboard and says so. */
export function CopyText({ text, children }: { text: string; children: string }) {
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      toast("Copied");
    } catch {
      toast.error("This browser does not let the page copy. Download the text instead.");
    }
  };
  return (
    <Button size="sm" onClick={() => void copy()}>
      <Copy aria-hidden />
      {children}
    </Button>
  );
}
