import type { ClientBase } from "pg";

/** How far the windows are queued: the next one to queue, null before the first ever; and the database's clock. Epoch seconds. */
export async function readCursor(client: ClientBase): Promise<{ cursorS: number | null; nowS: number }> {
  const { rows } = await client.query<{ cursorS: number | null; nowS: number }>(
    `select extract(epoch from cursor_at)::float8 as "cursorS", extract(epoch from clock_timestamp())::float8 as "nowS"
     from schedule where id = 1`,
  );
  return rows[0]!;
}
