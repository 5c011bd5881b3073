import type { OwnListDraft } from "#core/blocklist/own-list.ts";
import { pool } from "../pool.ts";

/** So many lists of its own a team has at most: each is asked about every entry. */
export const MOST_OWN_LISTS = 20;

/** Adds a list of a team's own. `known` where it has one in that zone, `too-many` where it has enough. */
export async function addOwnList(
  teamId: number,
  { name, zone, holds, weight, delistUrl }: OwnListDraft,
): Promise<"added" | "known" | "too-many"> {
  const { rows } = await pool.query<{ isKnown: boolean; isAdded: boolean }>(
    `with added as (
       insert into dns_list (team_id, name, zone, holds, weight, delist_url)
       select $1, $2, $3, $4, $5, $6 where (select count(*) from dns_list where team_id = $1) < $7
       on conflict (team_id, zone) do nothing returning id
     )
     select exists (select from added) as "isAdded", exists (select from dns_list where team_id = $1 and zone = $3) as "isKnown"`,
    [teamId, name, zone, holds, weight, delistUrl, MOST_OWN_LISTS],
  );
  const { isAdded, isKnown } = rows[0]!;
  if (isAdded) return "added";
  return isKnown ? "known" : "too-many";
}
