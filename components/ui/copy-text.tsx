"use client";

import { Copy } from "lucide-react";
import { Button } from "./button.tsx";
import { toast } from "./toast.ts";

/** Puts a text into the clipboard and says so. */
export function CopyText({ text, children }: { text: string; children: string }) {
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      return toast("This browser does not let the page copy. Select the text and copy it by hand.", { isError: true });
    }
    await toast("Copied");
  };
  return (
    <Button size="sm" onClick={() => void copy()}>
      <Copy aria-hidden />
      {children}
    </Button>
  );
}
