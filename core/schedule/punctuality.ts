import { merged, percentile, type Histogram } from "../latency/histogram.ts";

/** The windows of a minute at a location: checks due, run and missed, windows nobody ran, and how late the checks started. Epoch ms. */
export type Minute = { minuteAt: number; due: number; ran: number; missed: number; windowsMissed: number; lateness: Histogram };

/** How punctual checks were over a stretch of time. Lateness is start minus slot, in ms; null where nothing ran. */
export type Punctuality = {
  p50: number | null;
  p95: number | null;
  p99: number | null;
  worst: number | null;
  perSecond: number;
  due: number;
  missed: number;
  windowsMissed: number;
};

const MINUTE_MS = 60_000;

/** What the minutes of the `spanMs` before `now` (epoch ms) come to. A minute belongs to it when it began within it. */
export function punctualityOf(minutes: readonly Minute[], now: number, spanMs: number): Punctuality {
  const within = minutes.filter(({ minuteAt }) => minuteAt > now - spanMs);
  const lateness = merged(within.map((minute) => minute.lateness));
  const sum = (count: (minute: Minute) => number) => within.reduce((total, minute) => total + count(minute), 0);
  return {
    p50: percentile(lateness, 0.5),
    p95: percentile(lateness, 0.95),
    p99: percentile(lateness, 0.99),
    worst: percentile(lateness, 1),
    perSecond: perSecondOf(within, now),
    due: sum(({ due }) => due),
    missed: sum(({ missed }) => missed),
    windowsMissed: sum(({ windowsMissed }) => windowsMissed),
  };
}

/** Over whole minutes where there is one: of the latest, some windows are not over yet. */
function perSecondOf(minutes: readonly Minute[], now: number): number {
  const whole = minutes.filter(({ minuteAt }) => minuteAt <= now - MINUTE_MS);
  const counted = whole.length > 0 ? whole : minutes;
  if (counted.length === 0) return 0;
  const starts = counted.map(({ minuteAt }) => minuteAt);
  const lastedS = (Math.max(...starts) + MINUTE_MS - Math.min(...starts)) / 1000;
  return counted.reduce((total, { ran }) => total + ran, 0) / lastedS;
}
