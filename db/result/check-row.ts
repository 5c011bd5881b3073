import type { ReasonCode } from "#core/reason.ts";
import type { StageTiming } from "#core/stage.ts";
import type { Status } from "#core/status.ts";
import { decodeTimings } from "./timing-positions.ts";

/** A check as a list shows it. `hasTranscript` where its dialogue is kept. */
export type CheckRow = {
  slotAt: Date;
  locationId: number;
  location: string;
  status: Status;
  reason: ReasonCode | null;
  replyCode: number | null;
  lateMs: number;
  timings: StageTiming[];
  hasTranscript: boolean;
};

/** The row as SQL gives it: its timings by position. */
export type RawCheckRow = Omit<CheckRow, "timings"> & { timings: number[] };

/** SQL: the columns of a RawCheckRow, over result `r` and location `l`. */
export const CHECK_COLUMNS = `r.slot_at as "slotAt", r.location_id as "locationId", coalesce(l.name, '') as location, r.status, r.reason,
  r.reply_code as "replyCode", r.late_ms as "lateMs", r.timings,
  exists(select from transcript k where k.monitor_id = r.monitor_id and k.slot_at = r.slot_at and k.location_id = r.location_id)
    as "hasTranscript"`;

export function checkRow(row: RawCheckRow): CheckRow {
  return { ...row, timings: decodeTimings(row.timings) };
}
