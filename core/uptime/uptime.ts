import type { HealthStatus } from "../check/status.ts";

/** A change of health as uptime needs it; instants are epoch milliseconds. */
export type StatusChange = { at: number; from: HealthStatus; to: HealthStatus };

/** A stretch of time, [from, to) in epoch milliseconds, in one status. */
export type Span = { from: number; to: number; status: HealthStatus };

/** How long each status lasted in a window, in milliseconds, and what follows from it. */
export type Uptime = {
  windowMs: number;
  ms: Record<HealthStatus, number>;
  /** Time that counts for neither side: unknown, paused and maintenance. */
  leftOutMs: number;
  /** The share of the window that was watched, 0 to 1. */
  coverage: number;
  /** The share of the watched time that was up or degraded, 0 to 1; null where too little was watched for a number to mean anything. */
  share: number | null;
};

/** Below this share of watched time there is no uptime number. */
export const MIN_COVERAGE = 0.9;

/**
 * Cuts [from, to) into spans of one status, oldest first, without gaps. `changes` are the ones inside the window and the latest
 * one before it, in any order. What came before the first of them was in its `from`; where there are none, nobody knows.
 */
export function spansOf(changes: readonly StatusChange[], from: number, to: number): Span[] {
  const ordered = changes.toSorted((a, b) => a.at - b.at);
  const spans: Span[] = [];
  let status: HealthStatus = ordered[0]?.from ?? "unknown";
  let start = from;
  for (const change of ordered) {
    const at = Math.min(Math.max(change.at, from), to);
    if (at > start) spans.push({ from: start, to: at, status });
    start = at;
    status = change.to;
  }
  if (to > start) spans.push({ from: start, to, status });
  return spans;
}

/** Adds spans up. Every millisecond of them is counted exactly once: up + degraded + down + left out = window. */
export function uptimeOfSpans(spans: readonly Span[]): Uptime {
  const ms: Record<HealthStatus, number> = { up: 0, degraded: 0, down: 0, unknown: 0, paused: 0, maintenance: 0 };
  for (const span of spans) ms[span.status] += span.to - span.from;
  const watchedMs = ms.up + ms.degraded + ms.down;
  const leftOutMs = ms.unknown + ms.paused + ms.maintenance;
  const windowMs = watchedMs + leftOutMs;
  const coverage = windowMs === 0 ? 0 : watchedMs / windowMs;
  const share = coverage < MIN_COVERAGE ? null : (ms.up + ms.degraded) / watchedMs;
  return { windowMs, ms, leftOutMs, coverage, share };
}

/** The uptime in [from, to), exact to the millisecond, from the changes of health. Degraded is up: the mail went through. */
export function uptimeOf(changes: readonly StatusChange[], from: number, to: number): Uptime {
  return uptimeOfSpans(spansOf(changes, from, to));
}

/** A share for people: "99.98 %". Never rounded up to 100 nor down to 0, because the difference is an outage. */
export function percentText(share: number): string {
  if (share === 0 || share === 1) return `${share * 100} %`;
  const hundredths = Math.min(9_999, Math.max(1, Math.round(share * 10_000)));
  return `${(hundredths / 100).toFixed(2)} %`;
}
