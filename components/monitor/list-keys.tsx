"use client";

import { useEffect } from "react";
import { isTyping } from "#components/palette/is-typing.ts";

/** Keys of a list: `j` and `k` move through its items, `x` ticks one, `/` goes to the search. Nothing happens while somebody types. */
export function ListKeys() {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "j" || event.key === "k") move(event.key === "j" ? 1 : -1);
      else if (event.key === "x") tick();
      else if (event.key === "/") document.querySelector<HTMLElement>("[role=search] input[type=search]")?.focus();
      else return;
      event.preventDefault();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return null;
}

function move(by: 1 | -1) {
  const items = [...document.querySelectorAll<HTMLElement>("[data-list-item]")];
  const now = items.findIndex((item) => item.closest("li") === document.activeElement?.closest("li"));
  const next = now === -1 ? 0 : Math.min(items.length - 1, Math.max(0, now + by));
  items[next]?.focus();
}

/** As a click does, so that whoever listens for changes hears of it. */
function tick() {
  document.activeElement?.closest("li")?.querySelector<HTMLInputElement>("input[type=checkbox]")?.click();
}
