import type { Viewer } from "#core/account/viewer.ts";
import { pool } from "../pool.ts";

/**
 * The user of a session, in the team they joined first. Null when the session is over: the user is gone, in no team any more, or the
 * session version was raised since (another password, "sign out everywhere").
 */
export async function findViewer(userId: number, sessionVersion: number): Promise<Viewer | null> {
  const { rows } = await pool.query<Viewer>(
    `select u.id as "userId", u.email, u.time_zone as "timeZone", t.id as "teamId", t.name as "teamName", m.role,
       t.frozen_at is not null as "isFrozen"
     from "user" u join membership m on m.user_id = u.id join team t on t.id = m.team_id
     where u.id = $1 and u.session_version = $2
     order by m.created_at, t.id limit 1`,
    [userId, sessionVersion],
  );
  return rows[0] ?? null;
}
