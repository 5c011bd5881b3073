import { rollUpDays } from "#db/rollup/roll-up-days.ts";
import { rollUpHours } from "#db/rollup/roll-up-hours.ts";
import type { Duty } from "./duties.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const EVERY_MS = 5 * 60_000;
/** Raw results are kept for a week. */
const KEPT_MS = 7 * DAY_MS;

/**
 * Counts hours and days anew from the hour before `since` (epoch milliseconds), when somebody last did, and from then on the hour
 * that is and the one before it: results of its last slots may have come after it was counted.
 */
export function rollUpDuty(since: number): Duty {
  let from = Math.max(since, Date.now() - KEPT_MS);
  return {
    name: "rollups",
    everyMs: EVERY_MS,
    async run() {
      const now = Date.now();
      const firstHour = Math.floor(from / HOUR_MS) * HOUR_MS - HOUR_MS;
      for (let hour = firstHour; hour <= now; hour += HOUR_MS) await rollUpHours(hour, hour + HOUR_MS);
      const firstDay = Math.floor(firstHour / DAY_MS) * DAY_MS;
      await rollUpDays(firstDay, now);
      from = now;
    },
  };
}
