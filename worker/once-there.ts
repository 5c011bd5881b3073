import { isWorthRetrying } from "#db/is-worth-retrying.ts";
import type { Outage } from "./outage.ts";
import { pause } from "./pause.ts";

const AGAIN_AFTER_MS = 1_000;

/**
 * Does what a worker cannot begin without. While the database is away that is said once, and tried again: it may only be starting, too.
 * What another try would not mend is thrown.
 */
export async function onceThere<T>(outage: Outage, work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      const done = await work();
      outage.over();
      return done;
    } catch (error) {
      if (!isWorthRetrying(error)) throw error;
      outage.failed(error);
      await pause(AGAIN_AFTER_MS);
    }
  }
}
