import type { ClientBase } from "pg";

/** Moves the cursor, in epoch seconds, for the leader of this epoch; false where another leads by now. */
export async function moveCursor(client: ClientBase, epoch: number, cursorS: number): Promise<boolean> {
  const { rowCount } = await client.query(
    "update schedule set cursor_at = to_timestamp($2), beat_at = clock_timestamp() where id = 1 and epoch = $1",
    [epoch, cursorS],
  );
  return rowCount === 1;
}
