import type { CheckId } from "#core/check/check-id.ts";
import type { CheckSummary } from "#core/check/check-summary.ts";
import { pool } from "../pool.ts";
import { CHECK_COLUMNS, checkRow, type RawCheckRow } from "./check-row.ts";
import { isCheck } from "./of-monitor.ts";

/** One check of a team's monitor; null where there is none such, or no longer. */
export async function readCheck(teamId: number, monitorId: number, { slotAt, locationId }: CheckId): Promise<CheckSummary | null> {
  const { rows } = await pool.query<RawCheckRow>(
    `select ${CHECK_COLUMNS} from result r left join location l on l.id = r.location_id
     where ${isCheck("$2::int", "$3::timestamptz", "$4::smallint")} and exists (select from monitor where team_id = $1 and id = $2)`,
    [teamId, monitorId, new Date(slotAt), locationId],
  );
  return rows[0] ? checkRow(rows[0]) : null;
}
