import type { ClientBase } from "pg";

/** Says that the leader of this epoch is alive; false where another leads by now. */
export async function beatLeader(client: ClientBase, epoch: number): Promise<boolean> {
  const { rowCount } = await client.query("update schedule set beat_at = clock_timestamp() where id = 1 and epoch = $1", [epoch]);
  return rowCount === 1;
}
