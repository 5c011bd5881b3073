import { pool } from "../pool.ts";

/** Freezes a team: nothing new of it runs until somebody has looked at it, what it made within the hour included. False where it is frozen already. */
export async function freezeTeam(teamId: number, why: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    `with frozen as (
       update team set frozen_at = now(), frozen_from = now() - interval '1 hour', frozen_why = $2
       where id = $1 and frozen_at is null returning id
     )
     select pg_notify('team_seen', id::text) from frozen`,
    [teamId, why],
  );
  return rowCount === 1;
}
