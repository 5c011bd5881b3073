import { RateLimiterRes } from "rate-limiter-flexible";
import { limiterOf, type GuessLimit } from "./guess-limits.ts";

/** Counts a guess before it is tried. Returns 0 when it may be tried, or the seconds to wait. */
export async function countGuess(limit: GuessLimit, key: string | number): Promise<number> {
  try {
    await limiterOf(limit).consume(key);
    return 0;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000));
    throw refusal; // the database did not answer
  }
}
