"use client";

import { KeyHelp } from "./key-help.tsx";
import { Palette } from "./palette.tsx";
import type { LookFor } from "./use-found.ts";

/** What lies over the page. */
export type Shown = "palette" | "keys";

type Props = { shows: Shown; show: (shown: Shown | null) => void; lookFor: LookFor };

/** The palette or the list of keys; fetched when somebody wants one of them. */
export default function OverThePage({ shows, show, lookFor }: Props) {
  const close = () => show(null);
  if (shows === "keys") return <KeyHelp close={close} />;
  return <Palette lookFor={lookFor} close={close} showKeys={() => show("keys")} />;
}
