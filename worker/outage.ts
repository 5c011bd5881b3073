import { isWorthRetrying } from "#db/is-worth-retrying.ts";
import type { Logger } from "./log.ts";

/** Somebody else's absence, logged once when it begins and once when it ends, however many queries fail in between. */
export type Outage = {
  /** Something failed. What is not an absence but a fault of ours is logged each time. */
  failed(this: void, error: unknown): void;
  /** Something went well. */
  over(this: void): void;
};

/** Watches over one thing we depend on, named as it shall stand in the log. */
export function watchOutage(log: Logger, name: string): Outage {
  let since: number | null = null;
  return {
    failed(error) {
      if (!isWorthRetrying(error)) return log.error({ err: error }, `${name}: an error`);
      if (since === null) log.warn({ err: error }, `${name} does not answer`);
      since ??= performance.now();
    },
    over() {
      if (since !== null) log.info({ awayMs: Math.round(performance.now() - since) }, `${name} answers again`);
      since = null;
    },
  };
}
