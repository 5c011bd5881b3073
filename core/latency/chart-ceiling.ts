/**
 * How high a chart of these values should reach, so that a few very high ones (an outage full of timeouts) do not press all others flat: the
 * highest value, or twice the 90th percentile where the highest is more than four times that. Never 0.
 */
export function chartCeiling(values: readonly number[]): number {
  const sorted = values.filter((value) => value > 0).toSorted((a, b) => a - b);
  const highest = sorted.at(-1) ?? 1;
  const p90 = sorted[Math.ceil(sorted.length * 0.9) - 1] ?? 1;
  return highest > 4 * p90 ? 2 * p90 : highest;
}
