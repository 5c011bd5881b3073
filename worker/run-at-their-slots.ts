import { until } from "./until.ts";

/**
 * Starts each check at its very second, without waiting for the ones before it: one timer a second, however many checks. `checks` are
 * in the order of their slots. Returns when all that were started are over: what became of each, and how many were not started because
 * of `stopping`.
 */
export async function runAtTheirSlots<Check extends { slotAt: number }, End>(
  checks: readonly Check[],
  run: (check: Check) => Promise<End>,
  stopping: AbortSignal,
): Promise<{ ends: End[]; left: number }> {
  const started: Promise<End>[] = [];
  while (started.length < checks.length) {
    const { slotAt } = checks[started.length]!;
    await until(slotAt, stopping);
    if (stopping.aborted) break;
    while (checks[started.length]?.slotAt === slotAt) started.push(run(checks[started.length]!));
  }
  return { ends: await Promise.all(started), left: checks.length - started.length };
}
