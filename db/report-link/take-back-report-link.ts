import { pool } from "../pool.ts";

/** Takes a report link of a team back: it leads nowhere from now on. False where it is gone already. */
export async function takeBackReportLink(teamId: number, reportLinkId: number): Promise<boolean> {
  const { rowCount } = await pool.query(
    "delete from report_link r using monitor m where m.id = r.monitor_id and m.team_id = $1 and r.id = $2",
    [teamId, reportLinkId],
  );
  return rowCount === 1;
}
