import type { Target } from "./monitor.ts";
import type { Reason } from "./reason.ts";

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
  /** Nothing has recovered: maintenance began. */
  isClosedByMaintenance: boolean;
  acknowledgedAt: Date | null;
  acknowledgedBy: string | null;
  /** The worst it was. */
  status: "down" | "degraded";
  reason: Reason;
  slotAt: Date;
  locationId: number;
};
