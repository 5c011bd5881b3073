const UNITS_MS = { s: 1_000, m: 60_000, h: 3_600_000 } as const;

const CLOCK = /(?<![\d:.])(\d{1,2}):(\d\d):(\d\d)(?![\d:])/;

/** One or more counts with their units in a row: `300 seconds`, `4m59s`, `1 hour and 30 min`. */
const SPANS = /(?<![\w.:-])(?:\d{1,5} ?(?:seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h)(?![a-z])(?:,? ?(?:and )?))+/i;
const SPAN = /(\d+) ?([smh])/gi;

/** How long a text says to wait, in ms; null where it does not say. What it says in hours, minutes and seconds is added up. */
export function toldWaitMs(text: string): number | null {
  const [, hours, minutes, seconds] = CLOCK.exec(text) ?? [];
  if (seconds !== undefined) return Number(hours) * UNITS_MS.h + Number(minutes) * UNITS_MS.m + Number(seconds) * UNITS_MS.s;
  const [spans] = SPANS.exec(text) ?? [];
  if (spans === undefined) return null;
  return [...spans.matchAll(SPAN)].reduce(
    (sum, [, count, unit]) => sum + Number(count) * UNITS_MS[unit!.toLowerCase() as keyof typeof UNITS_MS],
    0,
  );
}
