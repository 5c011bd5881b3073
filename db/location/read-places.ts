import type { PoolClient } from "pg";
import { ALIVE_S } from "../worker/read-liveness.ts";

/** The healthy locations of a monitor, by their ids: a worker of each was heard of lately, and its own network works. */
export type Places = (monitorId: number) => number[];

/** Reads which locations are healthy, and which of them these monitors are checked from. */
export async function readPlaces(client: PoolClient, monitorIds: readonly number[]): Promise<Places> {
  const { rows } = await client.query<{ id: number }>({
    name: "read-places",
    text: `select id from location
      where cut_off_since is null
        and exists (select from worker where location_id = location.id and beat_at > now() - make_interval(secs => $1))
      order by id`,
    values: [ALIVE_S],
  });
  const healthy = rows.map(({ id }) => id);
  if (healthy.length === 0) return () => [];
  const chosen = await readChosen(client, monitorIds);
  return (monitorId) => {
    const wanted = chosen.get(monitorId);
    return wanted ? healthy.filter((id) => wanted.includes(id)) : healthy;
  };
}

async function readChosen(client: PoolClient, monitorIds: readonly number[]): Promise<Map<number, number[]>> {
  const { rows } = await client.query<{ monitorId: number; locationIds: number[] }>({
    name: "read-chosen-places",
    text: `select monitor_id as "monitorId", array_agg(location_id::int) as "locationIds"
      from monitor_location where monitor_id = any($1::int[]) group by monitor_id`,
    values: [monitorIds],
  });
  return new Map(rows.map(({ monitorId, locationIds }) => [monitorId, locationIds]));
}
