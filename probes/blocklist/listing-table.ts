import type { BlocklistRun } from "#core/blocklist/blocklist-run.ts";
import { pairKey, type ListingPair } from "#core/blocklist/listing-pair.ts";
import { stateAfter, type ListingState } from "#core/blocklist/listing-state.ts";
import type { Reading } from "#core/blocklist/read-listing.ts";

/** So many are kept together while a check goes on: one that is cut off is not asked again from its beginning. */
const KEPT_TOGETHER = 200;

/** What is known of the pairs of one check, and what it hears of them. */
export class ListingTable {
  readonly #states: Map<string, ListingState>;
  readonly #run: Pick<BlocklistRun, "keep">;
  #heard: ListingState[] = [];

  constructor(pairs: readonly ListingPair[], run: Pick<BlocklistRun, "known" | "keep">) {
    const wanted = new Set(pairs.map(keyOf));
    this.#states = new Map(run.known.map((state) => [pairKey(state), state] as const).filter(([key]) => wanted.has(key)));
    this.#run = run;
  }

  get states(): ListingState[] {
    return [...this.#states.values()];
  }

  of(pair: ListingPair): ListingState | undefined {
    return this.#states.get(keyOf(pair));
  }

  isDue(pair: ListingPair, now: number): boolean {
    return (this.of(pair)?.dueAt ?? 0) <= now;
  }

  /** Notes what was heard of a pair. That a list still tells nothing, for the same reason, is no news. */
  async note(pair: ListingPair, heard: { reading: Reading; ttlS: number; text: string | null; now: number }): Promise<void> {
    const before = this.of(pair);
    const state = stateAfter(before, { entry: pair.entry, list: pair.list.id, ...heard });
    this.#states.set(keyOf(pair), state);
    if (state.state === "unknown" && before?.state === "unknown" && before.why === state.why) return;
    this.#heard.push(state);
    if (this.#heard.length >= KEPT_TOGETHER) await this.flush();
  }

  async flush(): Promise<void> {
    const heard = this.#heard;
    this.#heard = [];
    if (heard.length > 0) await this.#run.keep(heard);
  }
}

function keyOf({ entry, list }: ListingPair): string {
  return pairKey({ entry, list: list.id });
}
