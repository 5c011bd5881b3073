import { askedLists } from "#core/blocklist/asked-lists.ts";
import type { BlocklistTarget } from "#core/blocklist/blocklist-target.ts";
import { listingView } from "#core/blocklist/listing-view.ts";
import { listKeyedLists } from "#db/dns-list/list-keyed-lists.ts";
import { listOwnLists } from "#db/dns-list/list-own-lists.ts";
import { listListingChanges } from "#db/listing/list-listing-changes.ts";
import { readListings } from "#db/listing/read-listings.ts";

const CHANGES = 30;

/** What is known of the entries of a team's blocklist monitor, and what came onto lists and off them. */
export async function loadListings(teamId: number, monitorId: number, target: BlocklistTarget, now: number) {
  const [own, keyed, states, changes] = await Promise.all([
    listOwnLists(teamId),
    listKeyedLists(teamId),
    readListings(teamId, monitorId),
    listListingChanges(teamId, monitorId, CHANGES),
  ]);
  const lists = askedLists(target, own, new Map([...keyed.keys()].map((list) => [list, "key"])));
  const names = new Map(lists.map(({ id, name }) => [id, name]));
  return {
    ...listingView(target.entries, lists, states, now),
    changes: changes.map((change) => ({ ...change, listName: names.get(change.list) ?? change.list })),
  };
}
