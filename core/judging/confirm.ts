import type { Status } from "../check/status.ts";
import { isIncident } from "../incident/incident-change.ts";
import { CONFIRM_AFTER_S, type IncidentFrom } from "../monitor/monitor.ts";
import type { Contrary, Health } from "./health.ts";
import { VOTE_WITHIN_MS } from "./vote.ts";

/**
 * What contrary results make sure by their number, and since when; null where they have to be confirmed yet. A status is sure once it was
 * seen once and then `confirmations` times more, or as the first good news after not knowing; being degraded is good news where it is no
 * incident. Results that disagree with up or with down in turns make sure that the truth lies between.
 */
export function confirmedBy(
  health: Health,
  { status, count, since, all, unsure }: Contrary,
  { confirmations, incidentFrom }: { confirmations: number; incidentFrom: IncidentFrom },
): { status: Status; since: number } | null {
  if (unsure !== null) return unsure.count > confirmations ? { status: "unknown", since: unsure.since } : null;
  const isGoodNews = count > 0 && status !== "unknown" && !isIncident(status, incidentFrom);
  if (count > confirmations || (health.status === "unknown" && isGoodNews)) return { status, since };
  const isBetween = health.status !== "degraded" && (status === "degraded" || status === "down");
  return isBetween && all.count > confirmations ? { status: "degraded", since: all.since } : null;
}

/**
 * When to look again, in epoch milliseconds on a whole second, after a contrary result that started at `startedAt`: at the time the
 * server wants (`retryAt`), else soon.
 */
export function confirmAfter(startedAt: number, retryAt: number | null): number {
  return wholeSecond(Math.max(startedAt + CONFIRM_AFTER_S * 1000, retryAt ?? 0));
}

/** When to look again, as above, where others were asked at `askedAt` and do not answer. */
export function confirmWithoutAnswer(askedAt: number, intervalS: number): number | null {
  return intervalS * 1000 <= VOTE_WITHIN_MS ? null : wholeSecond(askedAt + VOTE_WITHIN_MS);
}

function wholeSecond(at: number): number {
  return Math.ceil(at / 1000) * 1000;
}
