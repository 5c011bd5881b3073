import { DOMAIN_STATE_COLUMNS, DOMAIN_STATE_TABLES, type DomainState } from "../monitor/domain-state.ts";
import { dutyPool } from "../pool.ts";

/** A domain whose month is to be told now, in a time zone. */
export type DueMonth = DomainState & { timeZone: string };

/** The domains whose month is due, those that wait longest first: one for each time zone in which somebody is to be told. */
export async function listDueMonths(limit: number): Promise<DueMonth[]> {
  const { rows } = await dutyPool.query<DueMonth>(
    `select ${DOMAIN_STATE_COLUMNS}, due.time_zone as "timeZone"
     from ${DOMAIN_STATE_TABLES}
       join (select monitor_id, time_zone, min(next_at) as next_at from monthly_mail where next_at <= now() group by 1, 2) due
         on due.monitor_id = m.id
     order by due.next_at, m.id limit $1`,
    [limit],
  );
  return rows;
}
