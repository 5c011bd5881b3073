import { setTimeout as sleep } from "node:timers/promises";
import type { FilledDatabase } from "./start-filled.ts";

/** Days of results that were dropped: their rows, how long that took, and the longest that anybody who read meanwhile waited, in ms. */
export type DroppedDays = { days: number; rows: number; tookMs: number; longestReadMs: number };

const READERS = 5;
const CHECKS = 20;
const AROUND_MS = 1_000;

/** Drops the oldest day as the leader does with its number of days, while pages ask for the latest checks. */
export async function dropDay({ env, filled }: FilledDatabase): Promise<DroppedDays> {
  Object.assign(process.env, env); // it is the product's own code that does it, and that reads the environment
  const { dropOldPartitions } = await import("#db/partition/drop-old-partitions.ts");
  const { latestChecks } = await import("#db/result/latest-checks.ts");
  const { readStorage } = await import("#db/system/read-storage.ts");
  const { alertPool, dutyPool, pool } = await import("#db/pool.ts");
  const { env: settings } = await import("#env.ts");

  const over = new AbortController();
  const read = async (reader: number) => {
    let longestMs = 0;
    for (let n = reader; !over.signal.aborted; n += READERS) {
      const beganMs = performance.now();
      await latestChecks(filled.teamId, filled.looked[n % filled.looked.length]!, CHECKS);
      longestMs = Math.max(longestMs, performance.now() - beganMs);
    }
    return longestMs;
  };
  const reading = Promise.all(Array.from({ length: READERS }, (_, reader) => read(reader)));
  await sleep(AROUND_MS);
  const { partitions } = await readStorage();
  const beganMs = performance.now();
  const { dropped } = await dropOldPartitions(Date.now(), settings.RESULT_DAYS - 1);
  const tookMs = performance.now() - beganMs;
  await sleep(AROUND_MS);
  over.abort();
  const longestReadMs = Math.max(...(await reading));
  await Promise.all([alertPool, dutyPool, pool].map((each) => each.end()));
  const gone = partitions.filter(({ name, rows }) => dropped.includes(name) && rows !== null && rows > 0);
  return { days: gone.length, rows: gone.reduce((sum, { rows }) => sum + rows!, 0), tookMs, longestReadMs };
}
