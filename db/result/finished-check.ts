import type { CheckResult } from "#core/check/result.ts";

/** A check that was run: (monitor, slot, location) is its identity. `revision` is the monitor's when it began; `slotAt` is epoch milliseconds. */
export type FinishedCheck = { monitorId: number; revision: number; locationId: number; slotAt: number; result: CheckResult };

/** The order in which everything of a batch is written, so that two recorders never wait for each other in a circle. */
export function inWritingOrder(checks: readonly FinishedCheck[]): FinishedCheck[] {
  return checks.toSorted((a, b) => a.monitorId - b.monitorId || a.slotAt - b.slotAt || a.locationId - b.locationId);
}

/** The identity of a check as one string, as insert-results.ts writes it too. */
export function checkKey(check: Pick<FinishedCheck, "monitorId" | "slotAt" | "locationId">): string {
  return `${check.monitorId} ${check.slotAt} ${check.locationId}`;
}
