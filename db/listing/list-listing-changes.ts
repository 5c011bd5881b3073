import type { ListingChange } from "#core/blocklist/listing-change.ts";
import { pool } from "../pool.ts";

/** What came onto lists and off them of a team's monitor, the latest first. */
export async function listListingChanges(teamId: number, monitorId: number, most: number): Promise<ListingChange[]> {
  const { rows } = await pool.query<ListingChange>(
    `select entry, list, is_listed as "isListed", (extract(epoch from at) * 1000)::float8 as at, codes, text
     from listing_change join monitor on monitor.id = monitor_id and team_id = $1
     where monitor_id = $2 order by at desc, listing_change.id desc limit $3`,
    [teamId, monitorId, most],
  );
  return rows;
}
