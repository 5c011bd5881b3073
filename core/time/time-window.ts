/** The windows a person can look back over. */
export const TIME_WINDOWS = ["1h", "24h", "7d", "30d", "90d"] as const;
export type TimeWindow = (typeof TIME_WINDOWS)[number];

export const DEFAULT_TIME_WINDOW: TimeWindow = "24h";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const LENGTH_MS: Record<TimeWindow, number> = {
  "1h": HOUR_MS,
  "24h": DAY_MS,
  "7d": 7 * DAY_MS,
  "30d": 30 * DAY_MS,
  "90d": 90 * DAY_MS,
};

const LABELS: Record<TimeWindow, string> = {
  "1h": "1 hour",
  "24h": "24 hours",
  "7d": "7 days",
  "30d": "30 days",
  "90d": "90 days",
};

/** The length of a window in milliseconds; a day is 24 hours here, whatever the clocks do. */
export function timeWindowMs(window: TimeWindow): number {
  return LENGTH_MS[window];
}

/** A window in words, such as "24 hours". */
export function timeWindowLabel(window: TimeWindow): string {
  return LABELS[window];
}

/** The window a URL asks for; the default one where it asks for none or for nonsense. */
export function parseTimeWindow(value: string | string[] | undefined): TimeWindow {
  return TIME_WINDOWS.find((window) => window === value) ?? DEFAULT_TIME_WINDOW;
}

/** The instant (epoch ms) a window begins at, so that its buckets of so many ms lie on whole multiples of their width (UTC). */
export function timeWindowStart(window: TimeWindow, bucketMs: number, now: number): number {
  return Math.floor((now - timeWindowMs(window)) / bucketMs) * bucketMs + bucketMs;
}
