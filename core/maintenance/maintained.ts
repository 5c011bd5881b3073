import { gapBefore } from "../judging/gap.ts";
import type { Health, Transition } from "../judging/health.ts";
import type { Occurrence } from "./maintenance.ts";

/**
 * The changes of a monitor's health that its maintenance makes in [from, to], epoch milliseconds: `maintenance` at the start of an
 * occurrence, `unknown` at its end, each at the exact instant however late it is noticed, but never before what is known already.
 * A silence before the start makes a change of its own. Paused wins.
 */
export function maintained(
  health: Health,
  intervalS: number,
  occurrences: readonly Occurrence[],
  { from, to }: { from: number; to: number },
): Transition[] {
  const changes: Transition[] = [];
  let now = health;
  const change = (transition: Transition) => {
    changes.push(transition);
    now = { ...now, status: transition.to, reason: transition.reason, since: transition.at };
  };
  for (const occurrence of occurrences) {
    if (occurrence.from >= from && occurrence.from <= to) {
      const gap = isWatched(now) ? gapBefore(now, intervalS, occurrence.from) : null;
      if (gap !== null && gap.at < occurrence.from) change(gap);
      if (isWatched(now)) change(turned(now, "maintenance", occurrence.from));
    }
    if (occurrence.to >= from && occurrence.to <= to && now.status === "maintenance") change(turned(now, "unknown", occurrence.to));
  }
  return changes;
}

/** The change that brings a monitor in step with whether it is in maintenance from now on; null where it is already. */
export function inStep(health: Health, isOn: boolean, now: number): Transition | null {
  if (isOn) return isWatched(health) ? turned(health, "maintenance", now) : null;
  return health.status === "maintenance" ? turned(health, "unknown", now) : null;
}

function isWatched({ status }: Health): boolean {
  return status !== "paused" && status !== "maintenance";
}

function turned({ status, since }: Health, to: "maintenance" | "unknown", when: number): Transition {
  const at = Math.max(when, since);
  return { at, confirmedAt: at, from: status, to, reason: null };
}
