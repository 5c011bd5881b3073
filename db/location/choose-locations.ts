import type { PoolClient } from "pg";

/** Makes these locations the ones a monitor is checked from; none of them is everywhere. One that is not there is left out. */
export async function chooseLocations(client: PoolClient, monitorId: number, locationIds: readonly number[]): Promise<void> {
  await client.query("delete from monitor_location where monitor_id = $1 and location_id <> all($2::int[])", [
    monitorId,
    locationIds,
  ]);
  await client.query(
    "insert into monitor_location (monitor_id, location_id) select $1, id from location where id = any($2::int[]) on conflict do nothing",
    [monitorId, locationIds],
  );
}
