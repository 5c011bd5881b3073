"use client";

import { useSyncExternalStore } from "react";
import { exactTime, relativeTime } from "#core/relative-time.ts";
import { readNow, subscribeToNow } from "./now.ts";

type Props = { at: Date | string | number; zone: string; className?: string };

/** An instant: relative in text, exact in `datetime` and on hover, in the viewer's zone and in UTC. The text moves on by itself. */
export function Time({ at, zone, className }: Props) {
  const now = useSyncExternalStore(subscribeToNow, readNow, readNow);
  const instant = new Date(at);
  const exact = zone === "UTC" ? exactTime(instant, "UTC") : `${exactTime(instant, zone)}\n${exactTime(instant, "UTC")}`;
  return (
    <time dateTime={instant.toISOString()} title={exact} className={className} suppressHydrationWarning>
      {relativeTime(instant.getTime(), now)}
    </time>
  );
}
