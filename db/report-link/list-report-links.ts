import type { ReportLink } from "#core/domain/report-link.ts";
import { pool } from "../pool.ts";

/** The links to the report of a team's monitor that lead somewhere, newest first. */
export async function listReportLinks(teamId: number, monitorId: number): Promise<ReportLink[]> {
  const { rows } = await pool.query<ReportLink>(
    `select r.id as "reportLinkId", r.created_at as "createdAt", r.expires_at as "expiresAt", u.email as "madeBy"
     from report_link r join monitor m on m.id = r.monitor_id left join "user" u on u.id = r.made_by
     where m.team_id = $1 and m.id = $2 and coalesce(r.expires_at, 'infinity') > now() order by r.id desc`,
    [teamId, monitorId],
  );
  return rows;
}
