import type { CheckSummary } from "#core/check-summary.ts";
import { pool } from "../pool.ts";
import { CHECK_COLUMNS, checkRow, type RawCheckRow } from "./check-row.ts";

/** The latest checks of a team's monitor, newest first. */
export async function latestChecks(teamId: number, monitorId: number, limit: number): Promise<CheckSummary[]> {
  const { rows } = await pool.query<RawCheckRow>(
    `select ${CHECK_COLUMNS} from result r left join location l on l.id = r.location_id
     where r.monitor_id = (select id from monitor where team_id = $1 and id = $2)
     order by r.slot_at desc, r.location_id limit $3`,
    [teamId, monitorId, limit],
  );
  return rows.map(checkRow);
}
