import type { Health } from "./health.ts";
import { CONFIRM_AFTER_S } from "./monitor.ts";

type Contrary = NonNullable<Health["contrary"]>;

/** Whether a contrary status is sure: it was seen once and then `confirmations` times more, or it is the first good news after not knowing. */
export function isConfirmed(health: Health, contrary: Contrary, confirmations: number): boolean {
  const isFirstGoodNews = health.status === "unknown" && (contrary.status === "up" || contrary.status === "degraded");
  return isFirstGoodNews || contrary.count > confirmations;
}

/**
 * When to look again, in epoch milliseconds on a whole second, after a contrary result that started at `startedAt`. Null where the
 * next slot comes as soon by itself.
 */
export function confirmAfter(startedAt: number, intervalS: number): number | null {
  if (intervalS <= CONFIRM_AFTER_S) return null;
  return Math.ceil(startedAt / 1000 + CONFIRM_AFTER_S) * 1000;
}
