import type { Weight } from "./dns-list.ts";
import type { Reading, UnknownWhy } from "./read-listing.ts";

/**
 * What is known of one entry on one list. Instants are epoch milliseconds. `state` is what came of the latest question, made at `askedAt` and good
 * until `dueAt`; `why` and `detail` are of one that told nothing. `listedSince` is when a listing was first seen that stands; `codes`, `says`, `text`
 * (what the list itself says of it) and `weight` are that listing's. `answeredAt` is when the list last said yes or no; null where it never did.
 */
export type ListingState = {
  entry: string;
  list: string;
  state: Reading["state"];
  why: UnknownWhy | null;
  detail: string | null;
  listedSince: number | null;
  codes: string[];
  says: string[];
  text: string | null;
  weight: Weight | null;
  answeredAt: number | null;
  askedAt: number;
  dueAt: number;
};

/** An answer is asked for again when its time to live is over, and after a day at the latest. */
const MOST_TTL_S = 86_400;
/** What told nothing is asked again at the next check that is so much later. */
const UNKNOWN_KEPT_S = 300;

const NOT_LISTED = { listedSince: null, codes: [], says: [], text: null, weight: null };

/**
 * What is known after a question: `ttlS` is how long its answer may be kept, in seconds. A listing stands until its list says that it is over: that
 * nothing could be found out ends none.
 */
export function stateAfter(
  before: ListingState | undefined,
  asked: { entry: string; list: string; reading: Reading; ttlS: number; text: string | null; now: number },
): ListingState {
  const { entry, list, reading, ttlS, text, now } = asked;
  const keptMs = Math.min(reading.state === "unknown" ? UNKNOWN_KEPT_S : ttlS, MOST_TTL_S) * 1_000;
  const common = { entry, list, state: reading.state, why: null, detail: null, askedAt: now, dueAt: now + keptMs };
  if (reading.state === "unknown") {
    const { listedSince, codes, says, weight, answeredAt } = before ?? { ...NOT_LISTED, answeredAt: null };
    const listing = { listedSince, codes, says, text: before?.text ?? null, weight, answeredAt };
    return { ...common, ...listing, why: reading.why, detail: reading.detail };
  }
  if (reading.state === "clean") return { ...common, ...NOT_LISTED, answeredAt: now };
  const { codes, says, weight } = reading;
  return { ...common, listedSince: before?.listedSince ?? now, codes, says, text, weight, answeredAt: now };
}

/** How long a listing stands whose list does not answer any more: then it has ended, as lists do. */
const STANDS_MS = 7 * 86_400_000;

/** Whether an entry counts as listed at `now` (epoch milliseconds). */
export function isListed({ listedSince, answeredAt }: ListingState, now: number): boolean {
  return listedSince !== null && now - (answeredAt ?? 0) < STANDS_MS;
}
