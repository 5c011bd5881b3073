import type { BlocklistRun } from "#core/blocklist/blocklist-run.ts";
import type { ListingPair } from "#core/blocklist/listing-pair.ts";
import type { NotKnown, Reading } from "#core/blocklist/read-listing.ts";
import type { ListTest } from "#core/blocklist/test-list.ts";
import type { Deadline } from "#network/deadline.ts";
import { askList, askReason, testList, type Asking } from "./ask-list.ts";
import { inPace } from "./in-pace.ts";
import type { ListingTable } from "./listing-table.ts";

/** So many questions are underway at once where nobody spreads them. */
const AT_ONCE = 24;
/** A list that told nothing so many times in a row is asked no more by this check. */
const GIVEN_UP_AFTER = 3;

type Means = { asking: Asking; run: BlocklistRun; table: ListingTable; deadline: Deadline; now: () => number };
/** A pair whose list can be believed, and where that is asked. */
type AskablePair = ListingPair & { at: string };

/** Asks about pairs, in pace, and notes of those whose list cannot be believed why. What has no turn before the deadline stays as it was known. */
export async function askPairs(pairs: readonly ListingPair[], means: Means): Promise<void> {
  const { asking, run, table, deadline, now } = means;
  const silences = new Map<string, NotKnown[]>();
  const note = (pair: ListingPair, reading: Reading, ttlS = 0, text: string | null = null) =>
    table.note(pair, { reading, ttlS, text, now: now() });

  const ask = async (pair: AskablePair) => {
    const { entry, list, at } = pair;
    const silent = silences.get(list.id) ?? [];
    if (silent.length >= GIVEN_UP_AFTER) return note(pair, silent.at(-1)!);
    const { reading, ttlS } = await askList(asking, list, at, entry);
    silences.set(list.id, reading.state === "unknown" ? [...silent, reading] : []);
    if (reading.state !== "listed") return note(pair, reading, ttlS);
    const before = table.of(pair);
    const isKnown = before !== undefined && before.codes.join() === reading.codes.join();
    return note(pair, reading, ttlS, isKnown ? before.text : await askReason(asking, at, entry));
  };

  const askable: AskablePair[] = [];
  for (const { pair, at, test } of await tested(pairs, means)) {
    if (test.isUsable) askable.push({ ...pair, at });
    else await note(pair, { state: "unknown", why: test.why, detail: test.detail });
  }
  await inPace(askable, { spreadMs: run.spreadMs, atOnce: AT_ONCE, deadline }, ask);
}

const NO_KEY: ListTest = { isUsable: false, why: "no-key", detail: null };

/** Each pair with whether its list can be believed of such entries. */
async function tested(
  pairs: readonly ListingPair[],
  { asking, run }: Means,
): Promise<{ pair: ListingPair; at: string; test: ListTest }[]> {
  return Promise.all(
    pairs.map(async (pair) => {
      const { list, subject } = pair;
      if (list.at === null) return { pair, at: "", test: NO_KEY };
      const { at } = list;
      return { pair, at, test: await run.tested(at, subject, () => testList(asking, list, at, subject)) };
    }),
  );
}
