import type { Health, Transition } from "./health.ts";

/** How long, in milliseconds, a monitor may be silent before we say that nobody watched it: two intervals and 30 s of patience. */
export function silenceLimitMs(intervalS: number): number {
  return 2 * intervalS * 1000 + 30_000;
}

/**
 * The change to `unknown` that a silence makes, or null where there was none or where nothing was known before it. `at`, in epoch
 * milliseconds, is the slot of the result that ended the silence, or now. The change happened when the first missing check was
 * due: until then the last result held.
 */
export function gapBefore(health: Health, intervalS: number, at: number): Transition | null {
  if (health.lastSlotAt === null || health.status === "unknown") return null;
  if (at - health.lastSlotAt <= silenceLimitMs(intervalS)) return null;
  return {
    at: Math.max(health.lastSlotAt + intervalS * 1000, health.since),
    confirmedAt: Math.max(at, health.since),
    from: health.status,
    to: "unknown",
    reason: "check.missed",
  };
}
