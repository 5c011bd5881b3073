import type { CheckSummary } from "#core/check/check-summary.ts";
import { unpackTimings } from "./pack-timings.ts";

/** A check as SQL gives it: its timings packed. */
export type RawCheckRow = Omit<CheckSummary, "timings"> & { timings: Uint8Array };

/** SQL: the columns of a RawCheckRow, over result `r` and location `l`. */
export const CHECK_COLUMNS = `r.slot_at as "slotAt", r.location_id as "locationId", coalesce(l.name, '') as location, r.status, r.reason,
  r.reply_code as "replyCode", r.late_ms as "lateMs", r.timings,
  exists(select from transcript k where k.monitor_id = r.monitor_id and k.slot_at = r.slot_at and k.location_id = r.location_id)
    as "hasTranscript",
  exists(select from dissent d where d.monitor_id = r.monitor_id and d.slot_at = r.slot_at and d.location_id = r.location_id)
    as "isAlone"`;

export function checkRow(row: RawCheckRow): CheckSummary {
  return { ...row, timings: unpackTimings(row.timings) };
}
