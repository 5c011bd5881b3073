import { setTimeout as sleep } from "node:timers/promises";
import { countDowns } from "../accounted.ts";
import { none, told, within, type Figure } from "../figure.ts";
import type { OwnRedis } from "../own-redis.ts";
import { REDIS_ONLY, type Form, type Row } from "../row.ts";
import { watchMany } from "../watched.ts";

const BACK_WITHIN_MS = 60_000;

type Loss = { name: string; happen: (redis: OwnRedis) => Promise<unknown> };

const away = (seconds: number): Loss => ({
  name: `${seconds} s away, and empty`,
  async happen(redis) {
    await redis.stop();
    await sleep(seconds * 1000);
    await redis.start();
  },
});
const flushed: Loss = { name: "FLUSHALL", happen: (redis) => redis.ask("FLUSHALL") };
const full = (seconds: number): Loss => ({
  name: `${seconds} s over maxmemory`,
  async happen(redis) {
    await redis.ask("CONFIG", "SET", "maxmemory", "1");
    await sleep(seconds * 1000);
    await redis.ask("CONFIG", "SET", "maxmemory", "0");
  },
});
const LOSSES: Record<Form, Loss[]> = { short: [away(2)], full: [away(0), flushed, full(20), away(60)] };

/** F05: Redis loses everything it had, takes no more, is away. What is due comes from PostgreSQL. */
export const redisAway: Row = {
  id: "F05",
  what: "Redis restarts without what it held, is emptied (FLUSHALL), takes nothing more (maxmemory), is away for 60 s",
  queues: REDIS_ONLY,
  testedWith: "redis",
  async run(scene, form) {
    const watched = await watchMany(scene, { count: form === "full" ? 100 : 20 });
    const workers = [await scene.startWorker(), await scene.startWorker()];
    await watched.untilAllChecked(Date.now(), 40_000);

    const figures: Figure[] = [];
    for (const { name, happen } of LOSSES[form]) {
      const from = Date.now();
      await happen(scene.redis!);
      const backAt = Date.now();
      figures.push(
        within(`${name}: each monitor was checked again after`, await watched.untilAllChecked(backAt, 90_000), BACK_WITHIN_MS),
      );
      await sleep(2_500);
      const { lost, recorded, slots } = await watched.compare(from - 10_000);
      figures.push(none(`${name}: results lost`, lost));
      figures.push(told(`${name}: slots with a result, from 10 s before to the end`, `${recorded} of ${slots}`));
    }
    figures.push(none("workers that ended", workers.filter(({ process }) => process.exitCode !== null).length, workers.length));
    figures.push(none("monitors said to be down", await countDowns()));
    return figures;
  },
};
