"use client";

import { SELECTION_FORM } from "./select-monitor.tsx";

/** Ticks every monitor of the page, or none. */
export function SelectAll() {
  return (
    <input
      type="checkbox"
      form={SELECTION_FORM}
      aria-label="Select all on this page"
      className="size-4.5 accent-accent"
      onChange={(event) => tickAll(event.target.checked)}
    />
  );
}

function tickAll(isTicked: boolean) {
  for (const tick of document.querySelectorAll<HTMLInputElement>(`input[form=${SELECTION_FORM}][name=monitor]`)) {
    tick.checked = isTicked;
  }
}
