import type { ReceiverRow } from "#core/system/system.ts";
import { pool } from "../pool.ts";

/** The receivers that were heard of within a day, those that are silent first. Instants are epoch milliseconds. */
export async function listReceivers(): Promise<ReceiverRow[]> {
  const { rows } = await pool.query<ReceiverRow>(
    `select id as "receiverId", listens_at as "listensAt", received, refused,
       (extract(epoch from started_at) * 1000)::float8 as "startedAt", (extract(epoch from beat_at) * 1000)::float8 as "beatAt"
     from inbound_receiver where beat_at > now() - interval '1 day'
     order by beat_at, id`,
  );
  return rows;
}
