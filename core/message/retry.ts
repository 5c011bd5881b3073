const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 60 * 60_000;

/** After this long, in milliseconds, nothing is tried again: whoever was to be told has found out by other means. */
export const RETRY_FOR_MS = 24 * 60 * 60_000;

/**
 * How long to wait, in milliseconds, after attempt number `attempts` (from 1): doubling from 5 s up to an hour, with a quarter of
 * jitter either way so that what failed together does not come back together. `random` is in [0, 1).
 */
export function retryAfterMs(attempts: number, random: number): number {
  const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempts - 1));
  return Math.round(wait * (0.75 + random / 2));
}
