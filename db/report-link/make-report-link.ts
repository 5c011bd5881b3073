import { randomBytes } from "node:crypto";
import type { Viewer } from "#core/account/viewer.ts";
import { pool } from "../pool.ts";
import { hashToken } from "../token/hash-token.ts";

/** Enough for everybody one would show a domain to. */
export const MOST_REPORT_LINKS = 20;

/**
 * Makes a report link of a domain monitor, good for so many days or, with null, until it is taken back. Returns its secret, of which only the hash
 * is kept; null where the team has no such monitor, or as many links of it as there may be.
 */
export async function makeReportLink(
  { teamId, userId }: Pick<Viewer, "teamId" | "userId">,
  monitorId: number,
  days: number | null,
): Promise<string | null> {
  const token = randomBytes(32).toString("base64url");
  const { rowCount } = await pool.query(
    `insert into report_link (monitor_id, hash, made_by, expires_at)
     select m.id, $3, $4, now() + make_interval(days => $5::int)
     from monitor m
     where m.team_id = $1 and m.id = $2 and m.kind = 'domain'
       and (select count(*) from report_link r where r.monitor_id = m.id and coalesce(r.expires_at, 'infinity') > now()) < $6`,
    [teamId, monitorId, hashToken(token), userId, days, MOST_REPORT_LINKS],
  );
  return rowCount === 1 ? token : null;
}
