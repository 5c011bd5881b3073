import type { AskedList, BlocklistRun } from "#core/blocklist/blocklist-run.ts";
import { ANY_CODE, type DnsList } from "#core/blocklist/dns-list.ts";
import { pairKey } from "#core/blocklist/listing-pair.ts";
import type { ListingState } from "#core/blocklist/listing-state.ts";
import type { ListTest } from "#core/blocklist/test-list.ts";

/** A list of the test's own in a zone, of IPv4 addresses, that counts as medium. */
export function makeAskedList(at: string, given: Partial<DnsList> = {}): AskedList {
  return {
    id: at,
    name: `List ${at}`,
    zone: at,
    operator: "The test",
    holds: ["ipv4"],
    weight: "medium",
    why: "It is the only one.",
    codes: ANY_CODE,
    terms: { says: "Free.", url: "https://list.example/terms" },
    delistUrl: "https://list.example/delist",
    at,
    ...given,
  };
}

/** What is known of listings, kept in memory from one check to the next. */
export function playBlocklistRun(
  lists: readonly AskedList[],
  given: Partial<Pick<BlocklistRun, "spreadMs" | "secrets">> = {},
): BlocklistRun {
  const states = new Map<string, ListingState>();
  const tests = new Map<string, Promise<ListTest>>();
  return {
    lists,
    secrets: [],
    spreadMs: 0,
    ...given,
    get known() {
      return [...states.values()];
    },
    keep: async (heard) => heard.forEach((state) => states.set(pairKey(state), state)),
    tested: (at, subject, test) => {
      const key = `${subject} ${at}`;
      const known = tests.get(key) ?? test();
      tests.set(key, known);
      return known;
    },
  };
}
