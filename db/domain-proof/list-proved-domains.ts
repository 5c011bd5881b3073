import { pool } from "../pool.ts";

/** The domains a team has proved to control. */
export async function listProvedDomains(teamId: number): Promise<string[]> {
  const { rows } = await pool.query<{ domain: string }>(
    "select domain from domain_proof where team_id = $1 and proved_at is not null",
    [teamId],
  );
  return rows.map(({ domain }) => domain);
}
