import type { HealthStatus } from "../check/status.ts";
import type { ReasonCode } from "../reason/reason.ts";

/** One change of health as a history shows it. `hasTranscript` where the dialogue that confirmed it is kept. */
export type TransitionSummary = {
  transitionId: number;
  at: Date;
  confirmedAt: Date;
  from: HealthStatus;
  to: HealthStatus;
  reason: ReasonCode | null;
  slotAt: Date | null;
  locationId: number | null;
  hasTranscript: boolean;
};
