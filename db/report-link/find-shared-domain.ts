import { DOMAIN_STATE_COLUMNS, DOMAIN_STATE_TABLES, type DomainState } from "../monitor/domain-state.ts";
import { pool } from "../pool.ts";
import { hashToken } from "../token/hash-token.ts";

/** How the domain is whose report link has this secret; null where there is no such link, and the same where it has expired or was taken back. */
export async function findSharedDomain(token: string): Promise<DomainState | null> {
  const { rows } = await pool.query<DomainState>(
    `select ${DOMAIN_STATE_COLUMNS} from ${DOMAIN_STATE_TABLES} join report_link r on r.monitor_id = m.id
     where r.hash = $1 and coalesce(r.expires_at, 'infinity') > now() and m.kind = 'domain'`,
    [hashToken(token)],
  );
  return rows[0] ?? null;
}
