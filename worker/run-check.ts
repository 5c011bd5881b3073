import { setTimeout as sleep } from "node:timers/promises";
import type { Target } from "#core/monitor.ts";
import type { CheckResult } from "#core/result.ts";
import { targetText } from "#core/target-text.ts";
import type { DueCheck } from "#db/schedule/due-check.ts";
import { openSecret } from "#db/secret/open-secret.ts";
import type { ProbeOptions } from "#probes/probe.ts";
import type { Changes } from "./changes.ts";
import { failedResult } from "./failed-result.ts";
import type { Logger } from "./log.ts";
import type { Recorder } from "./recorder.ts";
import { rememberRefusedLogins } from "./refused-logins.ts";
import type { Turns } from "./turns.ts";

/** Runs one check that was loaded at `loadedAt` (epoch milliseconds) and hands its result to the recorder. Whether it ran and is recorded. */
export type RunCheck = (check: DueCheck, loadedAt: number) => Promise<boolean>;

/** Looks at a target once, within the time limit. */
export type Probe = (target: Target, options: Pick<ProbeOptions, "timeLimitMs" | "secret" | "memory">) => Promise<CheckResult>;

type Means = { locationId: number; probe: Probe; turns: Turns; changes: Changes; recorder: Recorder; log: Logger };

/** A probe that is not over this long after its time limit never will be. */
const OVERRUN_MS = 5_000;

/** How this worker runs a check: at most one at a time to one target, and none that has become pointless meanwhile. */
export function createCheckRunner({ locationId, probe, turns, changes, recorder, log }: Means): RunCheck {
  const refusedLogins = rememberRefusedLogins(changes);
  return async (check, loadedAt) => {
    const endTurn = await turns.take(targetText(check.target));
    let result: CheckResult;
    try {
      if (isPointless(check, loadedAt, changes)) return false;
      const isLoginRefused = check.memory.isLoginRefused || refusedLogins.has(check);
      result = await probeSafely({ ...check, memory: { ...check.memory, isLoginRefused } }, probe, log);
      refusedLogins.note(check, result);
    } finally {
      endTurn();
    }
    return recorder.add({ monitorId: check.monitorId, revision: check.revision, locationId, slotAt: check.slotAt, result });
  };
}

/** Whether the monitor was edited, paused or deleted since the check was loaded, or its next slot has come before this one could run. */
function isPointless(check: DueCheck, loadedAt: number, changes: Changes): boolean {
  return changes.hasChanged(check.monitorId, loadedAt) || Date.now() >= check.slotAt + check.intervalS * 1000;
}

/** A probe that throws, or does not come back, is our fault and says nothing about the server. */
async function probeSafely(
  { monitorId, target, timeLimitS, sealed, memory }: DueCheck,
  probe: Probe,
  log: Logger,
): Promise<CheckResult> {
  const startedAt = Date.now();
  const timeLimitMs = timeLimitS * 1000;
  const over = new AbortController();
  try {
    const overrun = sleep(timeLimitMs + OVERRUN_MS, null, { signal: over.signal }).then(() => {
      throw new Error("The probe did not come back.");
    });
    overrun.catch(() => undefined); // aborted: the probe was in time
    const secret = sealed && openSecret(sealed); // open for as long as it is needed, and no longer
    return await Promise.race([probe(target, { timeLimitMs, secret, memory }), overrun]);
  } catch (error) {
    log.error({ err: error, monitorId }, "a probe failed");
    return failedResult(startedAt, Date.now() - startedAt);
  } finally {
    over.abort();
  }
}
