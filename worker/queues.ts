import { ErrorCode, Queue, runMigrations, WaitingError, Worker, type Job } from "bullmq";
import { Redis } from "ioredis";
import pg from "pg";
import { saysNotNow } from "#db/is-worth-retrying.ts";
import { env } from "#env.ts";
import { clock } from "./clock.ts";
import type { Logger } from "./log.ts";
import { watchOutage, type Outage } from "./outage.ts";
import { patientPool } from "./patient-pool.ts";
import { readyBackend } from "./ready-backend.ts";

/**
 * A job to add. A job whose id is in the queue already is not added again; ids hold no ":" and are not whole numbers. Of those that wait, the
 * ones with the lowest `priority` are done first, 0 where it is not said.
 */
export type NewJob<Data> = { jobId: string; data: Data; delayMs?: number; priority?: number };

/** Where jobs go. Data is JSON: no `Date`. */
export type JobQueue<Data> = { add(jobs: readonly NewJob<Data>[]): Promise<void>; close(): Promise<void> };

/** Does one job. What it throws is logged, and the job is tried again a few times; `HandBack` gives it to another worker at once. */
export type JobHandler<Data> = (data: Data) => Promise<void>;

/** Takes jobs until it is closed; closing waits for the jobs that are being done, unless it is by force. */
export type JobWorker = { close(force?: boolean): Promise<void> };

/** Thrown by a handler that stops before its job is done. */
export class HandBack extends Error {}

/** The queues of this process: BullMQ on PostgreSQL, or on Redis where `REDIS_URL` is set. */
export type Queues = {
  openQueue<Data>(name: string): JobQueue<Data>;
  openWorker<Data>(name: string, handler: JobHandler<Data>, options: { concurrency: number }): JobWorker;
  /** What carries the jobs. */
  backend: "PostgreSQL" | "Redis";
  /** Asks the queue for an answer; throws where there is none. */
  ping(): Promise<void>;
  close(): Promise<void>;
};

/** The jobs of a killed worker are taken up by another: a lock is over after 6 s without renewal, and looked for every 4 s, in two rounds. */
const LOCKS = { lockDuration: 6_000, stalledInterval: 4_000, maxStalledCount: 10 };
const JOBS = { attempts: 3, backoff: { type: "fixed", delay: 2_000 }, removeOnComplete: true, removeOnFail: true };
/** What BullMQ calls an error of a job that has ended while its lock was renewed, or was taken from a worker that stood still. The queue answers all the same. */
const OF_A_LOCK: unknown[] = [ErrorCode.JobNotExist, ErrorCode.JobLockNotExist, ErrorCode.JobNotInState, ErrorCode.JobLockMismatch];
/** The one of them without a code. */
const NOT_RENEWED = /^could not renew lock for job /;
const RETRY_MS = 1_000;
/** Each worker keeps one connection for LISTEN; the others are shared. */
const CONNECTIONS = 10;

/** Opens the queues of this process and makes the tables they need. Throws while the database or Redis is away. */
export async function openQueues(log: Logger): Promise<Queues> {
  const outage = watchOutage(log, "the queue");
  const backing = env.REDIS_URL === undefined ? await openPostgres(env.DATABASE_URL, outage) : openRedis(env.REDIS_URL, outage);
  return {
    openQueue<Data>(name: string) {
      const queue = backing.queue(name);
      queue.on("error", outage.failed);
      return {
        add: async (jobs: readonly NewJob<Data>[]) => {
          if (jobs.length === 0) return;
          await queue.addBulk(
            jobs.map(({ jobId, data, delayMs = 0, priority = 0 }) => ({
              name,
              data,
              opts: { ...JOBS, jobId, priority, delay: delayMs, timestamp: clock.now() }, // what its delay begins with
            })),
          );
        },
        close: () => queue.close(),
      };
    },
    openWorker<Data>(name: string, handler: JobHandler<Data>, { concurrency }: { concurrency: number }) {
      const inHand = new Set<string>();
      const processor: Processor = async (job, token) => {
        inHand.add(job.id!);
        await done(job, token, handler).finally(() => inHand.delete(job.id!));
      };
      const worker = backing.worker(name, processor, concurrency);
      worker.on("error", (error) => isOfALock(error) || outage.failed(error));
      worker.on("lockRenewalFailed", (jobIds) => {
        const lost = jobIds.filter((jobId) => inHand.delete(jobId)); // the others have ended meanwhile
        if (lost.length > 0)
          log.warn({ queue: name, jobIds: lost }, "these jobs took too long to be heard of: others may do them, too");
      });
      worker.on("failed", (job, error) => {
        if (saysNotNow(error)) outage.failed(error); // it was done, and could not be ended: it is done again
        else log.error({ err: error, queue: name, jobId: job?.id }, "a job failed");
      });
      return { close: (force = false) => worker.close(force) };
    },
    backend: env.REDIS_URL === undefined ? "PostgreSQL" : "Redis",
    async ping() {
      await backing.ping();
      outage.over();
    },
    close: () => backing.close(),
  };
}

async function done<Data>(job: Job<Data>, token: string | undefined, handler: JobHandler<Data>): Promise<void> {
  try {
    await handler(job.data);
  } catch (error) {
    if (!(error instanceof HandBack)) throw error;
    await job.moveToWait(token);
    throw new WaitingError();
  }
}

function isOfALock(error: Error): boolean {
  return "code" in error ? OF_A_LOCK.includes(error.code) : NOT_RENEWED.test(error.message);
}

type Processor = (job: Job, token?: string) => Promise<void>;

async function openPostgres(connectionString: string, outage: Outage) {
  const options = "-c search_path=bullmq";
  const pool = new pg.Pool({ connectionString, options, max: CONNECTIONS, keepAlive: true, connectionTimeoutMillis: 5_000 });
  pool.setMaxListeners(0); // each queue and each worker listens to it
  pool.on("error", outage.failed);
  pool.on("connect", (made) => made.on("error", outage.failed)); // nobody hears one that breaks while BullMQ has it, which would end the process
  const client = await pool.connect();
  try {
    await runMigrations(client);
  } finally {
    client.release();
  }
  const connection = patientPool(pool, RETRY_MS);
  return {
    queue: (name: string) => new Queue(name, { connection }, readyBackend),
    worker: (name: string, processor: Processor, concurrency: number) =>
      new Worker(name, processor, { connection, concurrency, ...LOCKS, runRetryDelay: RETRY_MS }, readyBackend),
    ping: () => pool.query("select 1"),
    close: () => pool.end(),
  };
}

function openRedis(url: string, outage: Outage) {
  const connection = new Redis(url, { maxRetriesPerRequest: null, retryStrategy: () => RETRY_MS });
  connection.on("error", outage.failed);
  return {
    queue: (name: string) => new Queue(name, { connection }),
    worker: (name: string, processor: Processor, concurrency: number) =>
      new Worker(name, processor, { connection, concurrency, ...LOCKS, runRetryDelay: RETRY_MS }),
    ping: () => connection.ping(),
    close: async () => connection.disconnect(),
  };
}
