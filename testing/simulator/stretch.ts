/** A stretch of time, [from, to) in epoch milliseconds. */
export type Stretch = { from: number; to: number };

/** The stretch of a list, which is in order and does not overlap, that an instant lies in; null where it lies in none. */
export function stretchAt<Each extends Stretch>(stretches: readonly Each[], at: number): Each | null {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (stretches[middle]!.to <= at) low = middle + 1;
    else high = middle;
  }
  const found = stretches[low];
  return found !== undefined && found.from <= at ? found : null;
}
