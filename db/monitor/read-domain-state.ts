import { pool } from "../pool.ts";
import { DOMAIN_STATE_COLUMNS, DOMAIN_STATE_TABLES, type DomainState } from "./domain-state.ts";

/** How a domain is that a team watches; null where the team has no such monitor, or it is of another kind. */
export async function readDomainState(teamId: number, monitorId: number): Promise<DomainState | null> {
  const { rows } = await pool.query<DomainState>(
    `select ${DOMAIN_STATE_COLUMNS} from ${DOMAIN_STATE_TABLES} where m.team_id = $1 and m.id = $2 and m.kind = 'domain'`,
    [teamId, monitorId],
  );
  return rows[0] ?? null;
}
