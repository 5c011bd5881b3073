"use client";

import { useSyncExternalStore } from "react";
import { durationWords } from "#core/text/duration.ts";
import { exactTime, relativeTime } from "#core/time/relative-time.ts";
import { readNow, subscribeToNow } from "./now.ts";

type Props = {
  at: Date | string | number;
  zone: string;
  /** Whether the text says how long that is ago, "2 h 5 min", for a sentence with "for". */
  isLength?: boolean;
  className?: string;
};

/** An instant: relative in text, exact in `datetime` and on hover, in the viewer's zone and in UTC. The text moves on by itself. */
export function Time({ at, zone, isLength, className }: Props) {
  const now = useSyncExternalStore(subscribeToNow, readNow, readNow);
  const instant = new Date(at);
  const exact = zone === "UTC" ? exactTime(instant, "UTC") : `${exactTime(instant, zone)}\n${exactTime(instant, "UTC")}`;
  return (
    <time dateTime={instant.toISOString()} title={exact} className={className} suppressHydrationWarning>
      {isLength ? durationWords(now - instant.getTime()) : relativeTime(instant.getTime(), now)}
    </time>
  );
}
