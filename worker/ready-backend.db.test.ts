import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { startOwnPostgres, type OwnPostgres } from "#testing/own-postgres.ts";
import { untilSo } from "#testing/until.ts";
import type { Queues } from "./queues.ts";

let postgres: OwnPostgres;
let queues: Queues;

beforeAll(async () => {
  postgres = await startOwnPostgres();
  vi.stubEnv("DATABASE_URL", postgres.url);
  vi.stubEnv("SECRETS_KEY", randomBytes(32).toString("base64"));
  vi.resetModules(); // the environment was read for another database
  const { openQueues } = await import("./queues.ts");
  const { log } = await import("./log.ts");
  queues = await openQueues(log);
}, 60_000);

afterAll(async () => {
  await queues.close();
  vi.unstubAllEnvs();
  await postgres.remove();
});

test(
  "a queue and a worker that were opened while the database was away do what they are for when it is back",
  { timeout: 60_000 },
  async () => {
    await postgres.stop();
    const done: string[] = [];
    const worker = queues.openWorker<string>("sorted", async (data) => void done.push(data), { concurrency: 10 });
    const queue = queues.openQueue<string>("sorted");
    await expect(queue.add([{ jobId: "early", data: "early" }])).rejects.toThrow(/ECONNREFUSED|terminat/);
    await postgres.start();

    await untilSo(
      () =>
        queue.add([{ jobId: "late", data: "late" }]).then(
          () => true,
          () => false,
        ),
      (isAdded) => isAdded,
      20_000,
    );
    await untilSo(
      () => done,
      (seen) => seen.includes("late"),
      20_000,
    );
    await worker.close();
    await queue.close();
  },
);
