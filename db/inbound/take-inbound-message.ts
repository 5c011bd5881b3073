import { pool } from "../pool.ts";

export type TakenMessage = { sender: string; peer: string; helo: string; tls: string | null; raw: Buffer; receivedAt: number };

/**
 * The message of a run that came to an address: of several the first; null where none has. It is forgotten soon after (deleteOldInbound), and not
 * at once: a worker may die before it has written down what it found, and whoever takes the run up again asks for the same one.
 */
export async function takeInboundMessage(address: string, runToken: string): Promise<TakenMessage | null> {
  const { rows } = await pool.query<Omit<TakenMessage, "receivedAt"> & { receivedAt: Date }>(
    `with taken as (
       update inbound_message set taken_at = coalesce(taken_at, now()) where address = $1 and run_token = $2
       returning id, sender, peer, helo, tls, raw, received_at as "receivedAt"
     )
     select sender, peer, helo, tls, raw, "receivedAt" from taken order by id limit 1`,
    [address, runToken],
  );
  return rows[0] ? { ...rows[0], receivedAt: rows[0].receivedAt.getTime() } : null;
}
