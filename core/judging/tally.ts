import { merged, type Histogram } from "../latency/histogram.ts";

/**
 * What many checks took at one thing: how many they were, the sum of their milliseconds, and how those were spread. The histogram is empty
 * where only the sum is known.
 */
export type Tally = { checks: number; sumMs: number; histogram: Histogram };

/** The tally of nothing. */
export const NO_TALLY: Tally = { checks: 0, sumMs: 0, histogram: [] };

/** The tally of everything that is in any of these. */
export function mergedTallies(tallies: readonly Tally[]): Tally {
  const filled = tallies.filter(({ checks }) => checks > 0);
  if (filled.length < 2) return filled[0] ?? NO_TALLY;
  const isSpreadKnown = filled.every(({ histogram }) => histogram.length > 0);
  return {
    checks: filled.reduce((sum, { checks }) => sum + checks, 0),
    sumMs: filled.reduce((sum, { sumMs }) => sum + sumMs, 0),
    histogram: isSpreadKnown ? merged(filled.map(({ histogram }) => histogram)) : [],
  };
}
