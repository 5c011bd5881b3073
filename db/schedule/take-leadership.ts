import type { ClientBase } from "pg";

/** What a new leader finds: its epoch, and when the leader before it was last heard of. */
export type Leadership = { epoch: number; formerBeatAt: Date | null };

/** Raises the epoch, so that whoever led before can no longer move anything. The caller holds the advisory lock. */
export async function takeLeadership(client: ClientBase, workerId: string): Promise<Leadership> {
  const { rows } = await client.query<Leadership>(
    `update schedule set epoch = schedule.epoch + 1, leader = $1, beat_at = now()
     from (select beat_at from schedule where id = 1 for update) as former
     where id = 1
     returning schedule.epoch, former.beat_at as "formerBeatAt"`,
    [workerId],
  );
  return rows[0]!;
}
