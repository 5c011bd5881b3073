import { pool } from "../pool.ts";

/** The first monitor of a team that watches a domain (in A-labels); null where none does. */
export async function findDomainMonitor(teamId: number, domain: string): Promise<number | null> {
  const { rows } = await pool.query<{ monitorId: number }>(
    `select id as "monitorId" from monitor where team_id = $1 and kind = 'domain' and target->>'host' = $2 order by id limit 1`,
    [teamId, domain],
  );
  return rows[0]?.monitorId ?? null;
}
