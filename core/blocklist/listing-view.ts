import type { AskedList } from "./blocklist-run.ts";
import type { Weight } from "./dns-list.ts";
import { pairKey, pairsOf } from "./listing-pair.ts";
import { isListed, type ListingState } from "./listing-state.ts";
import { unknownWords } from "./unknown-words.ts";

/** One entry on one list, as its row shows it. `says` are codes and what they mean; `why` is why nothing is known. Instants are epoch milliseconds. */
export type ListingRow = {
  entry: string;
  list: string;
  listName: string;
  weight: Weight;
  state: "listed" | "unknown" | "clear" | "waiting";
  says: string | null;
  text: string | null;
  why: string | null;
  since: number | null;
  askedAt: number | null;
  delistUrl: string | null;
};

/** What is known of all entries of a monitor: how many pairs there are of each state, and the rows that matter most, at most `MOST_ROWS`. */
export type ListingView = { counts: Record<ListingRow["state"], number>; rows: ListingRow[]; lists: number; entries: number };

const MOST_ROWS = 200;

const STATES = ["listed", "unknown", "waiting", "clear"] as const;
const WEIGHTS: Record<Weight, number> = { heavy: 0, medium: 1, light: 2 };

/** The rows of a monitor's entries on its lists: what is listed first, what is not known next, the heaviest first. */
export function listingView(
  entries: readonly string[],
  lists: readonly AskedList[],
  states: readonly ListingState[],
  now: number,
): ListingView {
  const known = new Map(states.map((state) => [pairKey(state), state]));
  const rows = pairsOf(entries, lists).map(({ entry, list }) =>
    rowOf(entry, list, known.get(pairKey({ entry, list: list.id })), now),
  );
  const counts = { listed: 0, unknown: 0, clear: 0, waiting: 0 };
  for (const { state } of rows) counts[state] += 1;
  const ordered = rows.toSorted(
    (a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state) || WEIGHTS[a.weight] - WEIGHTS[b.weight],
  );
  return {
    counts,
    rows: ordered.slice(0, MOST_ROWS),
    lists: new Set(rows.map(({ list }) => list)).size,
    entries: new Set(rows.map(({ entry }) => entry)).size,
  };
}

function rowOf(entry: string, list: AskedList, state: ListingState | undefined, now: number): ListingRow {
  const { id, name, weight, delistUrl } = list;
  const common = { entry, list: id, listName: name, weight, delistUrl, says: null, text: null, why: null, since: null };
  if (state === undefined) return { ...common, state: "waiting", askedAt: null };
  const why = state.why && unknownWords(state.why);
  if (isListed(state, now))
    return {
      ...common,
      state: "listed",
      weight: state.weight ?? weight,
      says: [...state.codes, ...state.says].join(", "),
      text: state.text,
      why,
      since: state.listedSince,
      askedAt: state.askedAt,
    };
  return { ...common, state: state.state === "unknown" ? "unknown" : "clear", why, askedAt: state.askedAt };
}
