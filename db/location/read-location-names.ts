import type { PoolClient } from "pg";

/** The names of locations, by their ids. */
export async function readLocationNames(client: PoolClient, locationIds: readonly number[]): Promise<Map<number, string>> {
  const { rows } = await client.query<{ locationId: number; name: string }>(
    `select id as "locationId", name from location where id = any($1::smallint[])`,
    [[...new Set(locationIds)]],
  );
  return new Map(rows.map(({ locationId, name }) => [locationId, name]));
}
