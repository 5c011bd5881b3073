import type { Health } from "./health.ts";
import { isIncident } from "./incident-change.ts";
import { CONFIRM_AFTER_S, type IncidentFrom } from "./monitor.ts";

type Contrary = NonNullable<Health["contrary"]>;

/**
 * Whether a contrary status is sure: it was seen once and then `confirmations` times more, or it is the first good news after not
 * knowing. Being degraded is good news where it is no incident.
 */
export function isConfirmed(
  health: Health,
  contrary: Contrary,
  { confirmations, incidentFrom }: { confirmations: number; incidentFrom: IncidentFrom },
): boolean {
  const isGoodNews = contrary.status !== "unknown" && !isIncident(contrary.status, incidentFrom);
  return (health.status === "unknown" && isGoodNews) || contrary.count > confirmations;
}

/**
 * When to look again, in epoch milliseconds on a whole second, after a contrary result that started at `startedAt`: at the time the
 * server wants (`retryAt`), else soon. Null where the next slot comes as soon by itself.
 */
export function confirmAfter(startedAt: number, intervalS: number, retryAt: number | null): number | null {
  if (intervalS <= CONFIRM_AFTER_S) return null;
  return Math.ceil(Math.max(startedAt + CONFIRM_AFTER_S * 1000, retryAt ?? 0) / 1000) * 1000;
}
