import { addressesOf, rangeOf } from "./address-range.ts";
import type { AskedList } from "./blocklist-run.ts";
import type { Subject } from "./dns-list.ts";
import type { ListingState } from "./listing-state.ts";
import { subjectOf } from "./question-name.ts";

/** An entry and a list that is asked about it. */
export type ListingPair = { entry: string; subject: Subject; list: AskedList };

/** Every entry, ranges taken apart, with every list that holds such entries: one list after the other, so that none is asked many times in a row. */
export function pairsOf(entries: readonly string[], lists: readonly AskedList[]): ListingPair[] {
  const single = entries.flatMap((entry) => {
    const range = rangeOf(entry);
    return range === null ? [entry] : addressesOf(range);
  });
  return [...new Set(single)].flatMap((entry) => {
    const subject = subjectOf(entry);
    return lists.filter(({ holds }) => holds.includes(subject)).map((list) => ({ entry, subject, list }));
  });
}

/** What names a pair among those of one check. */
export function pairKey({ entry, list }: Pick<ListingState, "entry" | "list">): string {
  return `${list} ${entry}`;
}
