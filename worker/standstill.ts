import type { CheckResult } from "#core/check/result.ts";
import { failedResult } from "./failed-result.ts";

/** Tells a server that kept silent from a worker that did not listen. */
export type Standstill = {
  /** The result of a check that is just over, or where this process stood still meanwhile and something is wrong, one that says so. */
  excuse(result: CheckResult): CheckResult;
  stop(): void;
};

const LOOK_EVERY_MS = 250;
/** A busy machine is late by tenths of a second. One that is late by this much may find its time limits over and the answers unread. */
const STOOD_STILL_MS = 2_000;

/** Watches this process for standing still: frozen, starved of CPU, or busy with one thing for too long. */
export function watchStandstill(): Standstill {
  let lookedAtMs = performance.now();
  let last = { untilMs: -Infinity, forMs: 0 };

  const look = () => {
    const nowMs = performance.now();
    const forMs = nowMs - lookedAtMs - LOOK_EVERY_MS;
    if (forMs > STOOD_STILL_MS) last = { untilMs: nowMs, forMs };
    lookedAtMs = nowMs;
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  timer.unref();

  return {
    excuse(result) {
      look(); // whoever asks may come before the timer
      const wentOnSince = last.untilMs < performance.now() - result.durationMs;
      if (result.status === "up" || result.status === "unknown" || wentOnSince) return result;
      const detail = `The worker stood still for ${(last.forMs / 1000).toFixed(1)} s during the check.`;
      const failed = failedResult(result.startedAt, result.durationMs);
      return { ...failed, reason: { code: "check.failed", stage: null, reply: null, detail } };
    },
    stop: () => clearInterval(timer),
  };
}
