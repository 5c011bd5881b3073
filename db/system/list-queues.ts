import type { QueueRow } from "#core/system/system.ts";
import { DUE } from "../delivery/claimable.ts";
import { pool } from "../pool.ts";

/** What waits in each of the tables that are worked off, how much, and since when the oldest of it does (epoch milliseconds). */
export async function listQueues(): Promise<QueueRow[]> {
  const { rows } = await pool.query<QueueRow>(
    `select queue, count, (extract(epoch from since) * 1000)::float8 as since from (
       select 'windows queued' as queue, count(*)::int, min(window_at) filter (where window_at < now()) as since
         from schedule_window where state = 'queued'
       union all select 'windows running', count(*)::int, min(window_at) from schedule_window where state = 'running'
       union all select 'deliveries due', count(*)::int, min(greatest(next_attempt_at, coalesce(claimed_at, next_attempt_at)))
         from delivery d where d.status in ('pending', 'sending') and ${DUE}
       union all select 'account mails', count(*)::int, min(created_at) from account_mail where status in ('pending', 'sending')
       union all select 'checks asked for', count(*)::int, min(requested_at) from check_request where claimed_at is null
     ) as waiting`,
  );
  return rows;
}
