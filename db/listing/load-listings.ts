import type { ListingState } from "#core/blocklist/listing-state.ts";
import { pool } from "../pool.ts";
import { LISTING_COLUMNS } from "./listing-columns.ts";

/** What earlier checks of a monitor heard of its entries. */
export async function loadListings(monitorId: number): Promise<ListingState[]> {
  const { rows } = await pool.query<ListingState>(`select ${LISTING_COLUMNS} from listing where monitor_id = $1`, [monitorId]);
  return rows;
}
