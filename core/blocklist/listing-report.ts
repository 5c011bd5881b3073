import type { DnsList, Weight } from "./dns-list.ts";
import { isListed, type ListingState } from "./listing-state.ts";
import type { UnknownWhy } from "./read-listing.ts";

/** One entry that is on one list. Instants are epoch milliseconds; `isStanding` where the list could not be asked this time. */
export type Listing = Pick<ListingState, "entry" | "list" | "codes" | "says" | "text"> & {
  listName: string;
  weight: Weight;
  listedSince: number;
  isStanding: boolean;
};

/** A list that told nothing of so many entries, and why. */
export type SilentList = { list: string; listName: string; why: UnknownWhy; detail: string | null; entries: number };

/**
 * What a check of blocklists came to. It is about `pairs` of an entry and a list; `clean` and `listed` count those that are known, `unknown` the
 * rest. `questions` went out for it, the others were still good. `listings` are the heaviest, at most `MOST_LISTINGS`.
 */
export type ListingReport = {
  pairs: number;
  clean: number;
  listed: number;
  unknown: number;
  questions: number;
  listings: Listing[];
  silent: SilentList[];
};

/** So many listings stand in a report; the whole table has the others. */
export const MOST_LISTINGS = 100;

const ORDER: Record<Weight, number> = { heavy: 0, medium: 1, light: 2 };

/** Sums up what is known at `now`: of `pairs`, each with its state, or without one where it was never asked. */
export function listingReport(
  lists: readonly Pick<DnsList, "id" | "name">[],
  { pairs, states, questions, now }: { pairs: number; states: readonly ListingState[]; questions: number; now: number },
): ListingReport {
  const names = new Map(lists.map(({ id, name }) => [id, name]));
  const nameOf = (list: string) => names.get(list) ?? list;
  const listed = states.filter((state) => isListed(state, now));
  const clean = states.filter((state) => state.state === "clean").length;
  const listings = listed.map(({ entry, list, codes, says, text, weight, listedSince, state }): Listing => ({
    entry,
    list,
    listName: nameOf(list),
    weight: weight!,
    codes,
    says,
    text,
    listedSince: listedSince!,
    isStanding: state === "unknown",
  }));
  return {
    pairs,
    clean,
    listed: listed.length,
    unknown: pairs - clean - listed.length,
    questions,
    listings: listings
      .toSorted((a, b) => ORDER[a.weight] - ORDER[b.weight] || a.listedSince - b.listedSince)
      .slice(0, MOST_LISTINGS),
    silent: silentLists(states, nameOf),
  };
}

/** Each list that told nothing of some entries, once for each reason. */
function silentLists(states: readonly ListingState[], nameOf: (list: string) => string): SilentList[] {
  const silent = new Map<string, SilentList>();
  for (const { state, list, why, detail } of states) {
    if (state !== "unknown" || why === null) continue;
    const before = silent.get(`${list} ${why}`) ?? { list, listName: nameOf(list), why, detail, entries: 0 };
    silent.set(`${list} ${why}`, { ...before, entries: before.entries + 1 });
  }
  return [...silent.values()];
}
