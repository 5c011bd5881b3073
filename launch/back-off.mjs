const BACK_OFF_MS = [500, 1_000, 2_000, 5_000, 10_000, 30_000];
/** Who ran this long has recovered: the next crash starts from the shortest wait. */
const RECOVERED_AFTER_MS = 60_000;

/**
 * How long to wait before what ended by itself is started again: longer each time it does not hold.
 * @returns {(startedAt: number) => number} when it was started (epoch ms) in, ms out
 */
export function backOff() {
  let round = 0;
  return (startedAt) => {
    if (Date.now() - startedAt > RECOVERED_AFTER_MS) round = 0;
    return BACK_OFF_MS[Math.min(round++, BACK_OFF_MS.length - 1)] ?? 0;
  };
}
