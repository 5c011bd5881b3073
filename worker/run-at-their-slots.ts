import { until } from "./until.ts";

/**
 * Starts each check at its very second, without waiting for the ones before it: one timer a second, however many checks. `checks` are
 * in the order of their slots. Returns when all that were started are over: how many ran, and how many were not started because
 * of `stopping`.
 */
export async function runAtTheirSlots<Check extends { slotAt: number }>(
  checks: readonly Check[],
  run: (check: Check) => Promise<boolean>,
  stopping: AbortSignal,
): Promise<{ ran: number; left: number }> {
  const started: Promise<boolean>[] = [];
  while (started.length < checks.length) {
    const { slotAt } = checks[started.length]!;
    await until(slotAt, stopping);
    if (stopping.aborted) break;
    while (checks[started.length]?.slotAt === slotAt) started.push(run(checks[started.length]!));
  }
  const outcomes = await Promise.all(started);
  return { ran: outcomes.filter(Boolean).length, left: checks.length - started.length };
}
