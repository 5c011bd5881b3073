import type { PoolClient } from "pg";
import type { MailServer } from "#core/message/mail-route.ts";
import type { Watched } from "#core/message/road-check.ts";
import { pool } from "../pool.ts";

/**
 * Which monitors are asked about: of one team or of all, whatever their health or those whose server is down now, in maintenance or not;
 * or only one of them.
 */
export type WatchedWishes = { teamId: number | null; isOnlyDown: boolean; monitorId?: number };

/**
 * SQL over monitor `m` and its health `h`: its server is down now. One of IMAP or POP3 that answers and does not let anybody in still leaves its
 * machine to take mail: it counts where the machine cannot be reached.
 */
const IS_DOWN = `case h.status when 'down' then true when 'maintenance' then h.last_status = 'down' else false end
  and (m.kind = 'smtp' or case h.status when 'down' then h.reason else h.last_reason end ~ '^(dns|connect)\\.')`;

/**
 * The monitors that may watch one of these servers, for core/message/road-check.ts to say: those with one of their names, those that were last seen at one
 * of their addresses, and those of an IPv6 address, which has many spellings. Where a server was never seen to work, the addresses are those
 * of its latest failure.
 */
export async function listWatched(
  servers: readonly MailServer[],
  { teamId, isOnlyDown, monitorId }: WatchedWishes,
  client: Pick<PoolClient, "query"> = pool,
): Promise<Watched[]> {
  if (servers.length === 0) return [];
  const places = servers.flatMap(({ host, aliases, addresses }) => [host, ...aliases, ...addresses]);
  const { rows } = await client.query<Watched>(
    `select * from (
       select m.id as "monitorId", m.name, m.target->>'host' as host, (m.target->>'port')::int as port,
         coalesce(s.facts->'addresses', failed.facts->'addresses', '[]') as addresses
       from monitor m join health h on h.monitor_id = m.id
         left join seen s on s.monitor_id = m.id and s.revision = m.revision
         left join lateral (
           select facts from transcript t where s.monitor_id is null and h.revision = m.revision and t.monitor_id = m.id
           order by t.slot_at desc limit 1) failed on true
       where ($1::int is null or m.team_id = $1) and ($4::int is null or m.id = $4) and m.paused_at is null and m.target ? 'host'
         and (not $2 or ${IS_DOWN})
     ) watched
     where host = any($3::text[]) or host like '%:%' or addresses ?| $3::text[]
     order by lower(name), "monitorId"`,
    [teamId, isOnlyDown, places, monitorId],
  );
  return rows;
}
