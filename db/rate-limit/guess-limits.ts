import { RateLimiterPostgres } from "rate-limiter-flexible";
import { oncePerProcess } from "../once-per-process.ts";
import { pool } from "../pool.ts";

const MINUTE_S = 60;

/**
 * How often somebody may try, or have a code sent, counted over all processes. Per account it is few: a guesser gets ten tries, and the owner still has
 * the way by mail. Per client address it is more: a whole office may stand behind one.
 */
const GUESS_LIMITS = {
  "sign-in:account": { points: 10, duration: 15 * MINUTE_S },
  "sign-in:client": { points: 60, duration: 15 * MINUTE_S },
  "sign-up:address": { points: 5, duration: 60 * MINUTE_S },
  "sign-up:client": { points: 60, duration: 60 * MINUTE_S },
  "reset:address": { points: 5, duration: 60 * MINUTE_S },
  "reset:client": { points: 60, duration: 60 * MINUTE_S },
  "confirm:token": { points: 10, duration: 60 * MINUTE_S },
  "code:address": { points: 5, duration: 60 * MINUTE_S },
  "code:team": { points: 20, duration: 60 * MINUTE_S },
  "revoke:client": { points: 60, duration: 15 * MINUTE_S },
  "stop:client": { points: 60, duration: 15 * MINUTE_S },
  "report:client": { points: 60, duration: 15 * MINUTE_S },
  "acknowledge:client": { points: 60, duration: 15 * MINUTE_S },
  "password:user": { points: 10, duration: 15 * MINUTE_S },
} as const;
export type GuessLimit = keyof typeof GUESS_LIMITS;

/** The counter behind a limit, kept in table `rate_limit`. */
export function limiterOf(limit: GuessLimit): RateLimiterPostgres {
  return oncePerProcess(
    `rate limit ${limit}`,
    () =>
      new RateLimiterPostgres({
        ...GUESS_LIMITS[limit],
        keyPrefix: limit,
        storeClient: pool,
        storeType: "pool",
        tableName: "rate_limit",
        tableCreated: true,
      }),
  );
}
