import { askedLists } from "#core/blocklist/asked-lists.ts";
import type { BlocklistRun } from "#core/blocklist/blocklist-run.ts";
import type { BlocklistTarget } from "#core/blocklist/blocklist-target.ts";
import type { ListTest } from "#core/blocklist/test-list.ts";
import { listOwnLists } from "#db/dns-list/list-own-lists.ts";
import { openListKeys } from "#db/dns-list/open-list-keys.ts";
import { keepListings } from "#db/listing/keep-listings.ts";
import { loadListings } from "#db/listing/load-listings.ts";
import type { DueCheck } from "#db/schedule/due-check.ts";
import type { ClaimedTrial } from "#db/trial/claim-trials.ts";
import type { Outage } from "./outage.ts";

/** What is known of listings, for checks and trials. `over` where it could not be read. Undefined for what asks no lists. */
export type BlocklistRuns = {
  ofCheck(check: DueCheck, isUrgent: boolean): Promise<BlocklistRun | "over" | undefined>;
  ofTrial(trial: Pick<ClaimedTrial, "teamId" | "target">): Promise<BlocklistRun | undefined>;
};

/** The questions of a slot are spread over this share of the time that its check has. */
const SPREAD_SHARE = 0.6;

/** How this worker keeps what is known of listings: in the database, and how lists stood their tests in its memory, for that depends on its resolver. */
export function createBlocklistRuns({ outage }: { outage: Outage }): BlocklistRuns {
  const tested = rememberTests();

  const runOf = async (teamId: number, target: BlocklistTarget): Promise<BlocklistRun> => {
    const [own, keys] = await Promise.all([listOwnLists(teamId), openListKeys(teamId)]);
    const lists = askedLists(target, own, keys);
    return { lists, secrets: [...keys.values()], known: [], spreadMs: 0, keep: async () => undefined, tested };
  };

  return {
    ofCheck: async ({ target, teamId, monitorId, timeLimitS }, isUrgent) => {
      if (target.kind !== "blocklist") return undefined;
      try {
        const [run, known] = await Promise.all([runOf(teamId, target), loadListings(monitorId)]);
        const spreadMs = isUrgent ? 0 : timeLimitS * 1_000 * SPREAD_SHARE;
        return { ...run, known, spreadMs, keep: (states) => keepListings(monitorId, states).then(() => undefined, outage.failed) };
      } catch (error) {
        outage.failed(error);
        return "over"; // without what is known every list would be asked about everything
      }
    },
    ofTrial: async ({ target, teamId }) => (target.kind === "blocklist" ? runOf(teamId, target) : undefined),
  };
}

/** A list that can be believed is tested again after hours; one that cannot, soon. */
const USABLE_KEPT_MS = 4 * 3_600_000;
const UNUSABLE_KEPT_MS = 10 * 60_000;

type Tested = { test: Promise<ListTest>; until: number };

/** Remembers how lists stood their tests: checks that want the same at once wait for one. */
function rememberTests(): BlocklistRun["tested"] {
  const known = new Map<string, Tested>();
  return (at, subject, ask) => {
    const key = `${subject} ${at}`;
    const before = known.get(key);
    if (before !== undefined && performance.now() < before.until) return before.test;
    const asked: Tested = { test: ask(), until: Infinity };
    known.set(key, asked);
    const settle = (keptMs: number) => {
      asked.until = performance.now() + keptMs;
    };
    asked.test.then(
      ({ isUsable }) => settle(isUsable ? USABLE_KEPT_MS : UNUSABLE_KEPT_MS),
      () => settle(0), // who waits for it is told
    );
    return asked.test;
  };
}
