import { setTimeout as sleep } from "node:timers/promises";
import type { Pace } from "#core/pace.ts";
import { claimAddressTurns, type TurnClaim } from "#db/address-turn/claim-address-turns.ts";
import { releaseAddressTurns } from "#db/address-turn/release-address-turns.ts";
import type { Outage } from "./outage.ts";

/** What the database says to a claim: the turn was had, and how long the pace has it wait; another worker has it; it would be too late; nothing. */
export type ClaimAnswer = { hadAfterMs: number } | "taken" | "too-late" | "no-answer";

/** Claims and gives back turns of one worker, many in one statement. */
export type AddressClaims = {
  claim(claim: TurnClaim): Promise<ClaimAnswer>;
  giveBack(turn: Turn): void;
  /** Waits until all that was given back is. */
  stop(): Promise<void>;
};

type Turn = { address: string; port: number };
type Waiting = { claim: TurnClaim; settle: (answer: ClaimAnswer) => void };

/** A worker that is killed holds up the others for this long; one that lives renews what it still has in time. */
const LEASE_S = 6;
const RENEW_EVERY_MS = 2_000;
/** What was asked for within this time goes into one statement. */
const CLAIM_EVERY_MS = 20;
/** What was given back in so many of those times, too. */
const GIVE_BACK_EVERY = 5;
/** With a database that is away for longer, each worker is on its own: a check that does not run helps nobody. */
const ANSWERS_WITHIN_MS = 2_000;

/**
 * One statement at a time, so that none overtakes another. Of one address there is only one claim in a statement where there is a pace,
 * of one address and port never more than one: who asks twice waits for himself.
 */
export function startAddressClaims(workerId: string, pace: Pace | null, outage: Outage): AddressClaims {
  let waiting: Waiting[] = [];
  const held = new Map<string, Turn>();
  const ended = new Map<string, Turn>();
  let isRenewalDue = false;
  let running: Promise<void> | null = null;

  const inTime = async <T>(work: Promise<T>): Promise<T | null> => {
    try {
      const done = await Promise.race([work, sleep(ANSWERS_WITHIN_MS, null, { ref: false })]);
      if (done !== null) outage.over();
      return done;
    } catch (error) {
      outage.failed(error);
      return null;
    }
  };

  const claimAll = async () => {
    const byKey = new Map<string, Waiting>();
    const left: Waiting[] = [];
    for (const each of waiting) {
      const key = pace === null ? keyOf(each.claim) : each.claim.address;
      if (byKey.has(key)) left.push(each);
      else byKey.set(key, each);
    }
    waiting = left;
    const asked = [...byKey.values()];
    if (asked.length === 0) return;
    for (const { claim } of asked) ended.delete(keyOf(claim)); // what is ours still stays ours
    const claims = asked.map(({ claim }) => claim);
    const turns = await inTime(claimAddressTurns(workerId, claims, LEASE_S, pace));
    const had = new Map(turns?.map((turn) => [keyOf(turn), turn.waitMs]));
    for (const { claim, settle } of asked) {
      const waitMs = had.get(keyOf(claim));
      if (waitMs !== undefined) held.set(keyOf(claim), claim);
      settle(turns === null ? "no-answer" : answerOf(waitMs));
    }
  };

  const renewAll = async () => {
    isRenewalDue = false;
    const claims = [...held.values()].map(({ address, port }) => ({ address, port, withinMs: 0 }));
    if (claims.length > 0) await inTime(claimAddressTurns(workerId, claims, LEASE_S, null));
  };

  const giveBackAll = async () => {
    const turns = [...ended.values()];
    ended.clear();
    if (turns.length > 0) await inTime(releaseAddressTurns(workerId, turns)); // what is lost ends by itself
  };

  const hasWork = () => isRenewalDue || waiting.length > 0 || ended.size > 0;
  const run = async () => {
    for (let round = 1; hasWork(); round++) {
      await sleep(CLAIM_EVERY_MS);
      if (isRenewalDue) await renewAll();
      if (round % GIVE_BACK_EVERY === 0) await giveBackAll();
      await claimAll();
    }
    running = null;
  };

  const renewal = setInterval(() => {
    isRenewalDue = held.size > 0;
    if (isRenewalDue) running ??= run();
  }, RENEW_EVERY_MS);

  return {
    claim: (claim) =>
      new Promise((settle) => {
        waiting.push({ claim, settle });
        running ??= run();
      }),
    giveBack: (turn) => {
      held.delete(keyOf(turn));
      ended.set(keyOf(turn), turn);
      running ??= run();
    },
    stop: async () => {
      clearInterval(renewal);
      await running;
    },
  };
}

function keyOf({ address, port }: Turn): string {
  return `${address} ${port}`;
}

function answerOf(waitMs: number | null | undefined): ClaimAnswer {
  if (waitMs === undefined) return "taken";
  return waitMs === null ? "too-late" : { hadAfterMs: waitMs };
}
