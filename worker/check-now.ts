import { isAwaited } from "#core/judging/vote.ts";
import type { Confirmation } from "#db/result/judge-checks.ts";
import { loadCheck } from "#db/schedule/load-check.ts";
import { clock } from "./clock.ts";
import type { NowQueues } from "./now-queues.ts";
import type { NewJob } from "./queues.ts";
import type { RunCheck } from "./run-check.ts";
import { until } from "./until.ts";

/**
 * A check outside the schedule, ahead of the rest: a person or a change wants it at once, or a contrary result wants confirmation: from this
 * location at its second, or, where it is a vote, at once and at the slot of that result.
 */
export type CheckNow = {
  monitorId: number;
  confirmation: { revision: number; slotAt: number; isVote?: boolean } | null;
  /** Since when it is wanted, in epoch milliseconds. */
  askedAt?: number;
};

/** A job is picked up this long before its second, so as to start at it. */
const PICKED_UP_MS = 500;

/** Confirmations are queued by this, each at its location; losing one loses nothing, for the next slot goes on counting. */
export async function queueConfirmations(queueOf: NowQueues, confirmations: readonly Confirmation[]): Promise<void> {
  for (const locationId of new Set(confirmations.map((each) => each.locationId))) {
    const queue = await queueOf(locationId);
    await queue.add(confirmations.filter((each) => each.locationId === locationId).map((each) => jobOf(each, clock.now())));
  }
}

function jobOf({ kind, monitorId, revision, slotAt: wantedAt }: Confirmation, now: number): NewJob<CheckNow> {
  if (kind === "vote") {
    const confirmation = { revision, slotAt: wantedAt, isVote: true };
    return { jobId: `vote-${monitorId}-${wantedAt}-${revision}`, data: { monitorId, confirmation } };
  }
  const nextSecond = Math.ceil(now / 1000) * 1000; // a check that took long is over after the second it asked for
  const slotAt = Math.max(wantedAt, nextSecond);
  return {
    jobId: `confirm-${monitorId}-${slotAt}-${revision}`,
    data: { monitorId, confirmation: { revision, slotAt } },
    delayMs: Math.max(0, slotAt - now - PICKED_UP_MS),
  };
}

/** A check that is overtaken by a change is of the monitor as it is now; one that is changed all the time gets as many tries. */
const MOST_TRIES = 3;

/**
 * Runs a check outside the schedule at a location, unless the monitor is paused, gone or, for a confirmation, changed or sure meanwhile. Word
 * of an edit can come after the check it asked for was loaded, which then seems to be of the monitor as it was: it is loaded again, for
 * somebody waits for it.
 */
export async function checkNow(
  { monitorId, confirmation, askedAt }: CheckNow,
  locationId: number,
  runCheck: RunCheck,
): Promise<void> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const loadedAt = clock.now();
    const check = await loadCheck(monitorId);
    if (check === null || (confirmation && !isWanted(confirmation, check, locationId))) return;
    const beganAt = check.target.kind === "mailflow" ? (askedAt ?? loadedAt) : loadedAt; // whoever takes a run up again needs its slot
    const slotAt = confirmation?.slotAt ?? Math.max(Math.floor(beganAt / 1000) * 1000, (check.lastSlotAt ?? 0) + 1000);
    await until(slotAt);
    const end = await runCheck({ ...check, slotAt, looksAgain: confirmation !== null }, loadedAt, true);
    if (end !== "pointless" || confirmation !== null) return; // what it should confirm has changed as well
  }
}

type Loaded = NonNullable<Awaited<ReturnType<typeof loadCheck>>>;

/** Somebody else may have made sure meanwhile, or the schedule. */
function isWanted({ revision, slotAt, isVote }: NonNullable<CheckNow["confirmation"]>, check: Loaded, locationId: number): boolean {
  if (revision !== check.revision) return false;
  return isVote ? isAwaited(check.votes, { slotAt, locationId }) : check.isWaiting && slotAt > (check.lastSlotAt ?? 0);
}
