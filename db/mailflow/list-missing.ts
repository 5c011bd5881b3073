import { pool } from "../pool.ts";

/** A search asks for each of them, and a mailbox that gets nothing would be asked for more and more. */
const MOST = 20;

/** The latest runs of the last day of a monitor whose message was sent and not found yet, but for the run itself. `sentAt` is epoch milliseconds. */
export async function listMissing(monitorId: number, token: string): Promise<{ token: string; sentAt: number }[]> {
  const { rows } = await pool.query<{ token: string; sentAt: number }>(
    `select token, (extract(epoch from sent_at) * 1000)::float8 as "sentAt" from mailflow_run
     where monitor_id = $1 and token <> $2 and slot_at > now() - interval '1 day' and sent_at is not null and found_at is null
     order by slot_at desc limit $3`,
    [monitorId, token, MOST],
  );
  return rows;
}
