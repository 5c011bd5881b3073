import type { HealthStatus } from "#core/check/status.ts";
import { silenceLimitMs } from "#core/judging/gap.ts";
import type { Judged } from "#core/judging/judge.ts";
import type { Span } from "#core/uptime/uptime.ts";

/** A check as the simulator knows it: when it started, for which slot, and what the server really was at that instant. */
export type TrueCheck = { startedAt: number; slotAt: number; status: "up" | "down" };

/**
 * What a history without losses has to say, from the truth alone: a server is what it was at the start of the latest check before, each
 * status begins with the first check that met it, and where nobody watched for too long nobody knows from the first slot that was missed.
 * [from, to) in epoch milliseconds.
 */
export function trueSpans(checks: readonly TrueCheck[], intervalS: number, from: number, to: number): Span[] {
  const spans: Span[] = [];
  let status: HealthStatus = "unknown";
  let since = from;
  let lastSlotAt: number | null = null;
  const turn = (at: number, next: HealthStatus) => {
    if (next === status) return;
    if (at > since) spans.push({ from: since, to: at, status });
    status = next;
    since = at;
  };
  for (const { startedAt, slotAt, status: was } of checks) {
    if (lastSlotAt !== null && slotAt - lastSlotAt > silenceLimitMs(intervalS)) turn(lastSlotAt + intervalS * 1000, "unknown");
    turn(startedAt, was);
    lastSlotAt = Math.max(slotAt, lastSlotAt ?? 0);
  }
  if (to > since) spans.push({ from: since, to, status });
  return spans;
}

/** Keeps the checks of each monitor with the truth, as they are judged. */
export function keepTruth(isDown: (monitorId: number, at: number) => boolean) {
  const byMonitor = new Map<number, TrueCheck[]>();
  return {
    checksOf: (monitorId: number): readonly TrueCheck[] => byMonitor.get(monitorId) ?? [],
    note(monitorId: number, { startedAt, slotAt }: Judged): void {
      const status = isDown(monitorId, startedAt) ? "down" : "up";
      const kept = byMonitor.get(monitorId);
      if (kept) kept.push({ startedAt, slotAt, status });
      else byMonitor.set(monitorId, [{ startedAt, slotAt, status }]);
    },
  };
}
