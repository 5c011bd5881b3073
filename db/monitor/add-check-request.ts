import type { PoolClient } from "pg";
import { notify } from "../notify.ts";

/** Asks, with the commit, for a check at once that no person asked for: the monitor is new, edited or watched again. */
export async function addCheckRequest(client: PoolClient, monitorId: number): Promise<void> {
  const { rows } = await client.query<{ id: number }>("insert into check_request (monitor_id) values ($1) returning id", [
    monitorId,
  ]);
  await notify("check_requested", String(rows[0]!.id), client);
}
