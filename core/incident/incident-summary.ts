import type { Target } from "../monitor/monitor.ts";
import type { Reason } from "../reason/reason.ts";
import type { ClosedAs } from "./incident.ts";

/** An incident as every list shows it: from the first failure to the first good result, and when either was sure. */
export type IncidentSummary = {
  incidentId: number;
  monitorId: number;
  monitorName: string;
  target: Target;
  startedAt: Date;
  openedAt: Date;
  endedAt: Date | null;
  resolvedAt: Date | null;
  /** Where it is over and nothing has recovered. */
  closedAs: ClosedAs | null;
  acknowledgedAt: Date | null;
  /** The address of who acknowledged it, or the name of the channel whose reader did; neither where they are gone. */
  acknowledgedBy: string | null;
  acknowledgedOn: string | null;
  /** The worst it was. */
  status: "down" | "degraded";
  /** As it was last. */
  reason: Reason;
  slotAt: Date;
  locationId: number;
};

/** Who acknowledged an incident that somebody has. */
export function acknowledgerText({ acknowledgedBy, acknowledgedOn }: IncidentSummary): string {
  return acknowledgedBy ?? (acknowledgedOn === null ? "somebody who has left" : `whoever reads ${acknowledgedOn}`);
}

/** How an incident came to be over without its server having recovered. */
export const CLOSED_WORDS = {
  closed_by_pause: "closed when the monitor was paused",
  closed_by_maintenance: "closed when maintenance began",
  resolved_by_hand: "resolved by hand",
} as const satisfies Record<ClosedAs, string>;
