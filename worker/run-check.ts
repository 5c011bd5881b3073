import type { CheckResult } from "#core/check/result.ts";
import type { Status } from "#core/check/status.ts";
import type { Target } from "#core/monitor/monitor.ts";
import { targetText } from "#core/monitor/target-text.ts";
import type { DueCheck } from "#db/schedule/due-check.ts";
import { openSecret } from "#db/secret/open-secret.ts";
import type { ProbeOptions } from "#probes/probe.ts";
import type { Changes } from "./changes.ts";
import type { CheckRuns, Keeping } from "./check-runs.ts";
import { clock } from "./clock.ts";
import { failedResult } from "./failed-result.ts";
import type { FairShares } from "./fair-shares.ts";
import type { Logger } from "./log.ts";
import type { Recorder } from "./recorder.ts";
import { rememberRefusedLogins } from "./refused-logins.ts";
import type { Tally } from "./tally.ts";
import type { Turns } from "./turns.ts";

/**
 * What became of a check: recorded, and how late it had started; missed, because it could not start before the next slot of its monitor or
 * its result could not be written; or pointless, because the monitor was edited, paused or deleted meanwhile, or what it should look for was found.
 */
export type CheckEnd = { status: Status; lateMs: number } | "missed" | "pointless";

/** Runs one check that was loaded at `loadedAt` (epoch milliseconds) and hands its result to the recorder; an urgent one ahead of the rest of its team. */
export type RunCheck = (check: DueCheck, loadedAt: number, isUrgent?: boolean) => Promise<CheckEnd>;

/** Looks at a target once, within the time limit. */
export type Probe = (
  target: Target,
  options: Pick<ProbeOptions, "timeLimitMs" | "secret" | "memory" | keyof Keeping>,
) => Promise<CheckResult>;

type Means = {
  locationId: number;
  probe: Probe;
  turns: Turns;
  shares: FairShares;
  changes: Changes;
  recorder: Recorder;
  runs: Pick<CheckRuns, "ofCheck">;
  tally: Tally;
  log: Logger;
};

/** A probe that is not over this long after its time limit never will be. */
const OVERRUN_MS = 5_000;

/** How this worker runs a check: at most one at a time to one target, its team within its share, and none that has become pointless meanwhile. */
export function createCheckRunner({ locationId, probe, turns, shares, changes, recorder, runs, tally, log }: Means): RunCheck {
  const refusedLogins = rememberRefusedLogins(changes);

  const run: RunCheck = async (check, loadedAt, isUrgent = false) => {
    const end = await begin(check, turns, shares, isUrgent);
    let result: CheckResult;
    try {
      if (changes.hasChanged(check.monitorId, loadedAt)) return "pointless";
      if (end === null) return "missed";
      const keeping = await runs.ofCheck(check, isUrgent);
      if (keeping === "over") return check.looksAgain ? "pointless" : "missed";
      const isLoginRefused = check.memory.isLoginRefused || refusedLogins.has(check);
      result = await probeSafely({ ...check, memory: { ...check.memory, isLoginRefused } }, keeping, probe, log);
      refusedLogins.note(check, result);
    } finally {
      end?.();
    }
    const { monitorId, revision, slotAt } = check;
    const isWritten = await recorder.add({ monitorId, revision, locationId, slotAt, result });
    return isWritten ? { status: result.status, lateMs: result.startedAt - slotAt } : "missed";
  };

  return async (check, loadedAt, isUrgent) => {
    const end = await run(check, loadedAt, isUrgent);
    tally.note(end);
    return end;
  };
}

/**
 * Waits for a turn at the target and a place in the worker, and returns what gives both back; null where the next slot came first. Whoever
 * has to wait for a place has no turn meanwhile: another team may want the same target.
 */
async function begin(check: DueCheck, turns: Turns, shares: FairShares, isUrgent: boolean): Promise<(() => void) | null> {
  const target = whoseTurn(check);
  const leftMs = () => check.slotAt + check.intervalS * 1000 - clock.now();

  if (leftMs() <= 0) return null;
  const endTurn = await turns.take(target, leftMs());
  if (endTurn === null) return null;
  const givePlaceBack = shares.takeNow(check.teamId);
  if (givePlaceBack !== null) return both(endTurn, givePlaceBack);

  endTurn();
  const givePlaceBackLater = await shares.take(check.teamId, leftMs(), isUrgent);
  if (givePlaceBackLater === null) return null;
  const endLaterTurn = await turns.take(target, leftMs());
  if (endLaterTurn !== null) return both(endLaterTurn, givePlaceBackLater);
  givePlaceBackLater();
  return null;
}

/** Whoever is met at the same target waits; lists are met by nobody, and their monitors only wait for themselves. */
function whoseTurn({ target, monitorId }: DueCheck): string {
  return target.kind === "blocklist" ? `monitor ${monitorId}` : targetText(target);
}

function both(one: () => void, other: () => void): () => void {
  return () => {
    one();
    other();
  };
}

/** A probe that throws, or does not come back, is our fault and says nothing about the server. */
async function probeSafely(
  { monitorId, target, timeLimitS, sealed, memory }: DueCheck,
  keeping: Keeping,
  probe: Probe,
  log: Logger,
): Promise<CheckResult> {
  const startedAt = clock.now();
  const startedAtMs = performance.now();
  const timeLimitMs = timeLimitS * 1000;
  let timer: NodeJS.Timeout | undefined;
  try {
    const overrun = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error("The probe did not come back.")), timeLimitMs + OVERRUN_MS);
    });
    const secret = sealed && openSecret(sealed); // open for as long as it is needed, and no longer
    return await Promise.race([probe(target, { timeLimitMs, secret, memory, ...keeping }), overrun]);
  } catch (error) {
    log.error({ err: error, monitorId }, "a probe failed");
    return failedResult(startedAt, performance.now() - startedAtMs);
  } finally {
    clearTimeout(timer);
  }
}
