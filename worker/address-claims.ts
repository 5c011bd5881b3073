import { setTimeout as sleep } from "node:timers/promises";
import type { Pace } from "#core/schedule/pace.ts";
import { claimAddressTurns, type TurnClaim } from "#db/address-turn/claim-address-turns.ts";
import { releaseAddressTurns } from "#db/address-turn/release-address-turns.ts";
import { wantAddressTurns } from "#db/address-turn/want-address-turns.ts";
import { listen } from "#db/listen.ts";
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

/** A worker that is killed holds up the others for this long; one that lives renews what it still has after half of it. */
const LEASE_S = 6;
const RENEW_AFTER_MS = 3_000;
const RENEW_EVERY_MS = 1_000;
/** What was asked for within this time goes into one statement. */
const CLAIM_EVERY_MS = 20;
/** With a database that is away for longer, each worker is on its own: a check that does not run helps nobody. */
const ANSWERS_WITHIN_MS = 2_000;

/** A turn this worker has in the database: since when (performance.now()), and whether another one wants it. */
type Held = { turn: Turn; sinceMs: number; isWanted: boolean };

/**
 * One statement at a time, so that none overtakes another. Of one address there is only one claim in a statement where there is a pace,
 * of one address and port never more than one: who asks twice waits for himself. A turn that is over ends by itself in the database,
 * or at once where another worker wants it: mostly nobody does.
 */
export function startAddressClaims(workerId: string, pace: Pace | null, outage: Outage): AddressClaims {
  let waiting: Waiting[] = [];
  const held = new Map<string, Held>();
  /** Those that are over, the oldest first, until their lease is. */
  const idle = new Map<string, Held>();
  let isRenewalDue = false;
  /** Whether any of those that are over is. */
  let areWanted = false;
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
    for (const { claim } of asked) idle.delete(keyOf(claim)); // what is ours still stays ours
    const claims = asked.map(({ claim }) => claim);
    const sinceMs = performance.now();
    const turns = await inTime(claimAddressTurns(workerId, claims, LEASE_S, pace));
    const had = new Map(turns?.map((turn) => [keyOf(turn), turn.waitMs]));
    for (const { claim, settle } of asked) {
      const waitMs = had.get(keyOf(claim));
      if (waitMs !== undefined) held.set(keyOf(claim), { turn: claim, sinceMs, isWanted: false });
      settle(turns === null ? "no-answer" : answerOf(waitMs));
    }
    if (turns !== null && had.size < claims.length) {
      await inTime(wantAddressTurns(claims.filter((claim) => !had.has(keyOf(claim)))));
    }
  };

  const renewAll = async () => {
    isRenewalDue = false;
    const sinceMs = performance.now();
    const due = [...held.values()].filter((each) => isOlder(each, RENEW_AFTER_MS));
    for (const each of due) each.sinceMs = sinceMs;
    const claims = due.map(({ turn: { address, port } }) => ({ address, port, withinMs: 0 }));
    if (claims.length > 0) await inTime(claimAddressTurns(workerId, claims, LEASE_S, null));
  };

  const giveBackWanted = async () => {
    const wanted = [...idle.values()].filter(({ isWanted }) => isWanted);
    for (const { turn } of wanted) idle.delete(keyOf(turn));
    areWanted = false;
    await inTime(
      releaseAddressTurns(
        workerId,
        wanted.map(({ turn }) => turn),
      ),
    ); // what is lost ends by itself
  };

  const hasWork = () => isRenewalDue || areWanted || waiting.length > 0;
  const run = async () => {
    while (hasWork()) {
      await sleep(CLAIM_EVERY_MS);
      if (isRenewalDue) await renewAll();
      if (areWanted) await giveBackWanted();
      await claimAll();
    }
    running = null;
  };

  const renewal = setInterval(() => {
    for (const [key, each] of idle) {
      if (!isOlder(each, LEASE_S * 1000)) break;
      idle.delete(key);
    }
    isRenewalDue = held.size > 0;
    if (isRenewalDue) running ??= run();
  }, RENEW_EVERY_MS);

  const want = (each: Held) => {
    each.isWanted = true;
    if (idle.has(keyOf(each.turn))) areWanted = true;
  };
  const stopListening = listen("turn_wanted", (payload) => {
    const mine = payload === "" ? [...idle.values()] : payload.split(",").map((key) => held.get(key) ?? idle.get(key));
    for (const each of mine) if (each) want(each);
    if (areWanted) running ??= run();
  });

  return {
    claim: (claim) =>
      new Promise((settle) => {
        waiting.push({ claim, settle });
        running ??= run();
      }),
    giveBack: (turn) => {
      const over = held.get(keyOf(turn));
      if (over === undefined) return;
      held.delete(keyOf(turn));
      idle.set(keyOf(turn), over);
      if (!over.isWanted) return;
      areWanted = true;
      running ??= run();
    },
    stop: async () => {
      clearInterval(renewal);
      stopListening();
      for (const each of idle.values()) want(each);
      if (areWanted) running ??= run();
      await running;
    },
  };
}

function isOlder({ sinceMs }: Held, ms: number): boolean {
  return performance.now() - sinceMs >= ms;
}

function keyOf({ address, port }: Turn): string {
  return `${address} ${port}`;
}

function answerOf(waitMs: number | null | undefined): ClaimAnswer {
  if (waitMs === undefined) return "taken";
  return waitMs === null ? "too-late" : { hadAfterMs: waitMs };
}
