import type { PoolClient } from "pg";
import type { NewDissent } from "../result/judge-checks.ts";

/** Notes which locations stood against the others. One that did so twice at a slot is noted once. */
export async function addDissents(client: PoolClient, dissents: readonly NewDissent[]): Promise<void> {
  if (dissents.length === 0) return;
  await client.query(
    `insert into dissent (monitor_id, slot_at, location_id, is_outvoted)
     select monitor_id, slot_at, location_id, is_outvoted
     from unnest($1::int[], $2::timestamptz[], $3::smallint[], $4::boolean[]) as row (monitor_id, slot_at, location_id, is_outvoted)
     on conflict do nothing`,
    [
      dissents.map(({ monitorId }) => monitorId),
      dissents.map(({ slotAt }) => new Date(slotAt).toISOString()),
      dissents.map(({ locationId }) => locationId),
      dissents.map(({ isOutvoted }) => isOutvoted),
    ],
  );
}
