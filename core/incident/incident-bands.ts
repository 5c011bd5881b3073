import { reasonHeadline } from "../diagnosis/diagnosis.ts";
import type { IncidentSummary } from "./incident-summary.ts";

/** A stretch of time to draw into a chart, in epoch milliseconds, with the words for it. */
export type Band = { from: number; to: number; label: string };

/** Incidents as stretches of time, from the first failure to the first good result, to their closing, or to now. */
export function incidentBands(incidents: readonly IncidentSummary[], now: number): Band[] {
  return incidents.map(({ startedAt, endedAt, resolvedAt, reason }) => ({
    from: startedAt.getTime(),
    to: (endedAt ?? resolvedAt)?.getTime() ?? now,
    label: reasonHeadline(reason.code, reason.reply?.code ?? null),
  }));
}
