import { reportHealth, type HealthReport } from "#core/health-report.ts";
import { pool } from "#db/pool.ts";
import { readLiveness } from "#db/worker/read-liveness.ts";
import { untilSo } from "#testing/until.ts";
import { none, told, within, type Figure } from "../figure.ts";
import { EITHER_QUEUE, type Row } from "../row.ts";

const FOUND_WITHIN_MS = 5 * 60_000;
const LOCK = "select pg_advisory_lock(hashtext('ehlowatch leader'))";

type Part = Exclude<keyof HealthReport, "status">;

/** C18, as far as it goes: what /api/health says of each part that is stopped. */
export const partStopped: Row = {
  id: "C18",
  what: "the parts that /api/health tells of are stopped, one after the other: nobody can lead, the queue is away, the worker is killed, the database is away",
  queues: EITHER_QUEUE,
  testedWith: "redis",
  async run(scene, form) {
    const figures: Figure[] = [];
    const stop = async (part: Part, how: string, act: () => Promise<unknown>) => {
      await untilSo(readHealth, (health) => health[part].ok, 60_000);
      const from = Date.now();
      await act();
      await untilSo(readHealth, (health) => !health[part].ok, FOUND_WITHIN_MS);
      figures.push(within(`${part} (${how}): found after`, Date.now() - from, FOUND_WITHIN_MS));
    };
    let running = await scene.startWorker();

    if (form === "full") {
      const holder = await pool.connect();
      try {
        await stop("leader", "its lock is taken", async () => {
          await pool.query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'ehlowatch leader'");
          await holder.query(LOCK);
        });
      } finally {
        holder.release(true);
      }
      if (scene.queue === "redis") {
        await stop("queue", "Redis is stopped", () => scene.redis!.stop());
        await scene.redis!.start();
      }
      await stop("workers", "killed", () => running.end("SIGKILL"));
      running = await scene.startWorker();
    }
    await stop("database", "stopped", () => scene.postgres.stop());
    await scene.postgres.start();
    await untilSo(readHealth, ({ database }) => database.ok, 60_000);
    figures.push(none("workers that ended by themselves", running.process.exitCode === null ? 0 : 1, 1));
    return [...figures, told("parts without a sign of life yet", "outbox, channel, outside watcher, and the heartbeat to it")];
  },
};

/** As app/_data/health.ts does it. */
async function readHealth(): Promise<HealthReport> {
  return reportHealth(await readLiveness().catch(() => null));
}
