import type { CheckSummary } from "#core/check/check-summary.ts";
import { pool } from "../pool.ts";
import { CHECK_COLUMNS, checkRow, type RawCheckRow } from "./check-row.ts";
import { isCheck } from "./of-monitor.ts";

/** The latest checks of a team's monitor that were not up, newest first, found by their transcripts: each of them keeps one. */
export async function latestContraryChecks(teamId: number, monitorId: number, limit: number): Promise<CheckSummary[]> {
  const { rows } = await pool.query<RawCheckRow>(
    `select ${CHECK_COLUMNS} from (
       select t.monitor_id, t.slot_at, t.location_id from transcript t join monitor m on m.id = t.monitor_id
       where m.team_id = $1 and m.id = $2 and t.status <> 'up' order by t.slot_at desc, t.location_id limit $3
     ) kept join result r on ${isCheck("kept.monitor_id", "kept.slot_at", "kept.location_id")} left join location l on l.id = r.location_id
     order by r.slot_at desc, r.location_id`,
    [teamId, monitorId, limit],
  );
  return rows.map(checkRow);
}
