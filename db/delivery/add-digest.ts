import type { PoolClient } from "pg";
import { digestOf, type Gathered } from "#core/message/digest.ts";
import { env } from "#env.ts";
import { jsonb } from "../jsonb.ts";

/**
 * Gathers deliveries of one channel in a digest that goes out now, inside the transaction that decided so: each of them is told by it and ends
 * with it. A digest among them that was not taken hands on what it has.
 */
export async function addDigest(client: PoolClient, channelId: number, deliveryIds: readonly number[]): Promise<void> {
  const { rows } = await client.query<{ teamId: number; message: Gathered }>(
    `select team_id as "teamId", message - 'lines' - 'diagnosis' as message from delivery where id = any($1::int[]) order by id`,
    [deliveryIds],
  );
  const message = digestOf(
    rows.map((row) => row.message),
    env.NEXTAUTH_URL,
  );
  const added = await client.query<{ digestId: number }>(
    `insert into delivery (team_id, channel_id, kind, message, released_at)
     values ($1, $2, 'digest', $3, now()) returning id as "digestId"`,
    [rows[0]!.teamId, channelId, jsonb(message)],
  );
  const { rowCount } = await client.query(
    `update delivery set status = 'gathered', gathered_in = $2
     where id = any($1::int[]) and status = 'pending' and released_at is null`,
    [deliveryIds, added.rows[0]!.digestId],
  );
  if (rowCount !== deliveryIds.length) throw new Error(`Of ${deliveryIds.length} deliveries ${rowCount} could be gathered.`);
  await client.query("update delivery set gathered_in = $2 where gathered_in = any($1::int[])", [
    deliveryIds,
    added.rows[0]!.digestId,
  ]);
}
