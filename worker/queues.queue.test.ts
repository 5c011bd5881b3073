import { setTimeout as sleep } from "node:timers/promises";
import { Redis } from "ioredis";
import { afterEach, beforeEach, expect, test } from "vitest";
import { pool } from "#db/pool.ts";
import { env } from "#env.ts";
import { keptLog } from "#testing/kept-log.ts";
import { untilSo } from "#testing/until.ts";
import { HandBack, openQueues, type JobHandler, type JobWorker, type Queues } from "./queues.ts";

type Data = { number: number };

let name: string;
let queues: Queues;
let workers: JobWorker[];
let done: number[];
let note: JobHandler<Data>;
let lines: { level: number; msg: string }[];

beforeEach(async () => {
  name = `test-${Math.random().toString(36).slice(2)}`;
  const kept = keptLog();
  lines = kept.lines;
  queues = await openQueues(kept.log);
  workers = [];
  const mine: number[] = []; // what an earlier test left running does not count
  done = mine;
  note = async ({ number }) => void mine.push(number);
});
afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.close(true)));
  await queues.close();
});

const work = (handler: JobHandler<Data> = note, concurrency = 10) => {
  const worker = queues.openWorker<Data>(name, handler, { concurrency });
  workers.push(worker);
  return worker;
};
const add = (...numbers: number[]) =>
  queues.openQueue<Data>(name).add(numbers.map((number) => ({ jobId: `job-${number}`, data: { number } })));
const untilDone = (count: number, withinMs = 5_000) =>
  untilSo(
    () => done.length,
    (length) => length >= count,
    withinMs,
  );

test("jobs are done with their data", async () => {
  work();
  await add(1, 2, 3);
  await untilDone(3);
  expect(new Set(done)).toEqual(new Set([1, 2, 3]));
});

test("jobs wait for a worker", async () => {
  await add(1);
  await sleep(200);
  work();
  await untilDone(1);
});

test("of those that wait the one with the lowest priority is done first, and of equals the one that was added first", async () => {
  const queue = queues.openQueue<Data>(name);
  const priorities = [2, 0, 1, 0, 2, 1];
  await queue.add(priorities.map((priority, number) => ({ jobId: `job-${number}`, data: { number }, priority })));
  work(note, 1);
  await untilDone(priorities.length);
  expect(done).toEqual([1, 3, 2, 5, 0, 4]);
});

test("a job that is in the queue is not added again, also by another process", async () => {
  await Promise.all(Array.from({ length: 10 }, () => add(1)));
  work();
  await untilDone(1);
  await sleep(300);
  expect(done).toEqual([1]);
});

test("a job that was done can be added again", async () => {
  work();
  await add(1);
  await untilDone(1);
  await untilSo(
    async () => {
      await add(1);
      return done.length;
    },
    (length) => length >= 2,
    5_000,
  );
});

test("a delayed job is done at its time, while the worker sleeps", async () => {
  work();
  const addedAt = Date.now();
  await queues.openQueue<Data>(name).add([{ jobId: "job-1", data: { number: 1 }, delayMs: 1_000 }]);
  await untilDone(1);
  const afterMs = Date.now() - addedAt;
  expect(afterMs).toBeGreaterThanOrEqual(990);
  expect(afterMs).toBeLessThan(1_500);
});

test("a job that fails is logged and tried again", async () => {
  let attempts = 0;
  work(async (data) => {
    if (++attempts === 1) throw new Error("not this time");
    await note(data);
  });
  await add(1);
  await untilDone(1);
  expect(lines.filter(({ msg }) => msg === "a job failed")).toHaveLength(1);
});

test("a job that is handed back is done by another worker at once, and is no failure", async () => {
  const startedAt = Date.now();
  const first = work(async () => {
    void first.close();
    throw new HandBack();
  });
  await add(1);
  await sleep(500);
  work();
  await untilDone(1);
  expect(Date.now() - startedAt).toBeLessThan(4_000);
  expect(lines).toEqual([]);
});

test("the job of a worker that is gone is done by another within 15 s", { timeout: 20_000 }, async () => {
  const gone = work(() => new Promise(() => undefined));
  await add(1);
  await sleep(1_000);
  await gone.close(true); // without a word: its lock stays until it is over
  work();
  await untilDone(1, 15_000);
});

test("a job that takes longer than its lock is done once", { timeout: 20_000 }, async () => {
  for (let workersOfIt = 0; workersOfIt < 2; workersOfIt++) {
    work(async (data) => {
      await sleep(9_000);
      await note(data);
    });
  }
  await add(1);
  await untilDone(1, 12_000);
  await sleep(1_000);
  expect(done).toEqual([1]);
});

/** As if this worker had stood still, and another had taken the job. */
async function takeAway(jobId: string) {
  if (env.REDIS_URL === undefined)
    return pool.query("update bullmq.job set lock_token = 'of another' where queue = $1 and id = $2", [name, jobId]);
  const redis = new Redis(env.REDIS_URL);
  await redis.set(`bull:${name}:${jobId}:lock`, "of another");
  return redis.quit();
}

test("that another has taken a job is told once, and is no outage", { timeout: 20_000 }, async () => {
  work(async (data) => {
    await takeAway(`job-${data.number}`);
    await sleep(5_000); // its lock is renewed meanwhile
    await note(data);
  });
  await add(1);
  await untilDone(1, 8_000);
  await sleep(500);
  expect(lines.map(({ msg }) => msg)).toEqual(["these jobs took too long to be heard of: others may do them, too"]);
});

test("jobs that end while their locks are renewed are nothing to tell", { timeout: 20_000 }, async () => {
  const jobs = Array.from({ length: 200 }, (_, number) => number);
  work(async (data) => {
    await sleep(1_000 + 10 * data.number); // some end within each renewal
    await note(data);
  }, jobs.length);
  await add(...jobs);
  await untilDone(jobs.length, 15_000);
  expect(lines).toEqual([]);
});

test("closing a worker waits for the job it does", async () => {
  const worker = work(async (data) => {
    await sleep(500);
    await note(data);
  });
  await add(1);
  await sleep(200);
  await worker.close();
  expect(done).toEqual([1]);
});

test("a queue that is there answers", async () => {
  await expect(queues.ping()).resolves.toBeUndefined();
});
