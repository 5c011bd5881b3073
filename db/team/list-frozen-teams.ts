import { pool } from "../pool.ts";

/** A team that looked like it scans, what was seen, and who its people are. */
export type FrozenTeamRow = { teamId: number; name: string; frozenAt: Date; why: string; owners: string[] };

/** Every frozen team, the latest first. */
export async function listFrozenTeams(): Promise<FrozenTeamRow[]> {
  const { rows } = await pool.query<FrozenTeamRow>(
    `select t.id as "teamId", t.name, frozen_at as "frozenAt", frozen_why as why,
       array(select u.email from membership m join "user" u on u.id = m.user_id where m.team_id = t.id and m.role = 'owner' order by 1) as owners
     from team t where frozen_at is not null order by frozen_at desc`,
  );
  return rows;
}
