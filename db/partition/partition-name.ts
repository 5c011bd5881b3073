const DAY_MS = 86_400_000;

/** Midnight (UTC) of the day `days` after the one an instant (epoch milliseconds) falls into. */
export function dayAfter(at: number, days: number): Date {
  return new Date((Math.floor(at / DAY_MS) + days) * DAY_MS);
}

/** The partition of `result` that holds a day, such as `result_20261123`. */
export function partitionName(day: Date): string {
  return `result_${day.toISOString().slice(0, 10).replaceAll("-", "")}`;
}
