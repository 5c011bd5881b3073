import { ensureLocation } from "#db/location/ensure-location.ts";
import { pool } from "#db/pool.ts";

/** Locations with a worker each that was heard of just now; their ids in the order of the names. */
export async function makeLocations<Names extends readonly string[]>(...names: Names): Promise<{ [Place in keyof Names]: number }> {
  const ids: number[] = [];
  for (const name of names) {
    const locationId = await ensureLocation(name);
    await pool.query("insert into worker (id, location_id) values ($1, $2) on conflict (id) do update set beat_at = now()", [
      `worker-${name}`,
      locationId,
    ]);
    ids.push(locationId);
  }
  return ids as { [Place in keyof Names]: number };
}

/** Takes every location and worker away. */
export async function forgetLocations(): Promise<void> {
  await pool.query("delete from location");
}
