import { pool } from "../pool.ts";

/** What a receiver says of itself: where it listens, and how many messages it took and refused since it began. */
export type ReceiverBeat = { listensAt: string; received: number; refused: number };

/** Says that a receiver listens. */
export async function beatReceiver(receiverId: string, { listensAt, received, refused }: ReceiverBeat): Promise<void> {
  await pool.query(
    `insert into inbound_receiver (id, listens_at, received, refused) values ($1, $2, $3, $4)
     on conflict (id) do update set beat_at = now(), received = $3, refused = $4`,
    [receiverId, listensAt, received, refused],
  );
}
