import { loadCheck } from "#db/schedule/load-check.ts";
import type { Confirmation } from "#db/result/judge-checks.ts";
import type { JobQueue } from "./queues.ts";
import type { RunCheck } from "./run-check.ts";
import { until } from "./until.ts";

/** A check outside the schedule, ahead of the rest: a person or a change wants it at once, or a contrary result wants confirmation at its second. */
export type CheckNow = { monitorId: number; confirmation: { revision: number; slotAt: number } | null };

/** A job is picked up this long before its second, so as to start at it. */
const PICKED_UP_MS = 500;

/** Confirmations are queued by this; losing one loses nothing, for the next slot goes on counting. */
export async function queueConfirmations(queue: JobQueue<CheckNow>, confirmations: readonly Confirmation[]): Promise<void> {
  const now = Date.now();
  const nextSecond = Math.ceil(now / 1000) * 1000; // a check that took long is over after the second it asked for
  await queue.add(
    confirmations.map(({ monitorId, revision, confirmAt }) => {
      const slotAt = Math.max(confirmAt, nextSecond);
      return {
        jobId: `confirm-${monitorId}-${slotAt}-${revision}`,
        data: { monitorId, confirmation: { revision, slotAt } },
        delayMs: Math.max(0, slotAt - now - PICKED_UP_MS),
      };
    }),
  );
}

/** Runs a check outside the schedule, unless the monitor is paused, gone or, for a confirmation, changed or checked again meanwhile. */
export async function checkNow({ monitorId, confirmation }: CheckNow, runCheck: RunCheck): Promise<void> {
  const loadedAt = Date.now();
  const check = await loadCheck(monitorId);
  if (check === null) return;
  const lastSlotAt = check.lastSlotAt ?? 0;
  if (confirmation && (confirmation.revision !== check.revision || confirmation.slotAt <= lastSlotAt)) return;
  const slotAt = confirmation?.slotAt ?? Math.max(Math.floor(loadedAt / 1000) * 1000, lastSlotAt + 1000);
  await until(slotAt);
  await runCheck({ ...check, slotAt }, loadedAt, true);
}
