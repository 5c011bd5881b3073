import { closeHours } from "#db/rollup/close-hours.ts";
import { countDue } from "#db/rollup/count-due.ts";
import { env } from "#env.ts";
import { clock } from "./clock.ts";
import type { Duty } from "./duties.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const EVERY_MS = 60_000;
/** The last checks of an hour end, and are written, in this time; those that take longer are late, and counted as such. */
const CLOSED_AFTER_MS = 2 * 60_000;

/** Counts each hour when it is over, and again for the monitors that have late results in it. */
export function rollUpDuty(): Duty {
  return { name: "rollups", everyMs: EVERY_MS, run: async () => ({ pieces: await rollUp(clock.now()) }) };
}

/** Counts all that is due at `now` (epoch milliseconds). Returns in how many pieces. */
async function rollUp(now: number): Promise<number> {
  const oldest = Math.floor(now / DAY_MS) * DAY_MS - env.RESULT_DAYS * DAY_MS;
  await closeHours(oldest, Math.floor((now - CLOSED_AFTER_MS) / HOUR_MS) * HOUR_MS);
  let pieces = 0;
  while (await countDue(oldest)) pieces++;
  return pieces;
}
