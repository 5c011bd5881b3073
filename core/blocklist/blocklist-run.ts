import type { DnsList, Subject } from "./dns-list.ts";
import type { ListingState } from "./listing-state.ts";
import type { ListTest } from "./test-list.ts";

/** A list as it is asked: `at` is its zone, with the key in it; null where it answers nobody without one, and there is none. */
export type AskedList = DnsList & { at: string | null };

/**
 * What a check of blocklists asks of whoever keeps what is known. `lists` are those that are asked, `secrets` the keys in their zones. `known` is what
 * earlier checks heard. The questions are spread over `spreadMs`; 0 where somebody waits.
 */
export type BlocklistRun = {
  lists: readonly AskedList[];
  secrets: readonly string[];
  known: readonly ListingState[];
  spreadMs: number;
  /** Keeps what was heard anew. */
  keep(states: readonly ListingState[]): Promise<void>;
  /** Whether a list can be believed, of one kind of entry: as it was found within hours, or as `test` finds now. */
  tested(at: string, subject: Subject, test: () => Promise<ListTest>): Promise<ListTest>;
};
