import type { Reason } from "#core/reason.ts";
import type { Facts } from "#core/result.ts";
import type { StageTiming } from "#core/stage.ts";
import type { Status } from "#core/status.ts";
import type { TranscriptLine } from "#core/transcript.ts";

/** The dialogue of a check with all that was learned on its way. `goodSlotAt` is the good check a failure is shown beside. */
export type TranscriptRow = {
  slotAt: Date;
  locationId: number;
  location: string;
  status: Status;
  reason: Reason | null;
  timings: StageTiming[];
  facts: Facts;
  warnings: string[];
  lines: TranscriptLine[];
  goodSlotAt: Date | null;
};

/** SQL: the columns of a TranscriptRow, over transcript `k` and location `l`. */
export const TRANSCRIPT_COLUMNS = `k.slot_at as "slotAt", k.location_id as "locationId", coalesce(l.name, '') as location, k.status,
  k.reason, k.timings, k.facts, k.warnings, k.lines, k.good_slot_at as "goodSlotAt"`;
