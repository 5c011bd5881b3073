import type { ListingState } from "#core/blocklist/listing-state.ts";
import { pool } from "../pool.ts";
import { LISTING_COLUMNS } from "./listing-columns.ts";

/** What is known of the entries of a team's monitor. */
export async function readListings(teamId: number, monitorId: number): Promise<ListingState[]> {
  const { rows } = await pool.query<ListingState>(
    `select ${LISTING_COLUMNS} from listing
     where monitor_id = $2 and exists (select from monitor where id = $2 and team_id = $1) order by entry, list`,
    [teamId, monitorId],
  );
  return rows;
}
