import { isWorthRetrying } from "#db/is-worth-retrying.ts";
import type { FinishedCheck } from "#db/result/finished-check.ts";
import type { Confirmation } from "#db/result/judge-checks.ts";
import { recordResults, type Recorded } from "#db/result/record-results.ts";
import type { Logger } from "./log.ts";
import type { Outage } from "./outage.ts";
import { pause } from "./pause.ts";

/** Collects finished checks and writes them in batches. */
export type Recorder = {
  /** Takes a finished check; resolves when it is written, false where it never will be. */
  add(check: FinishedCheck): Promise<boolean>;
  /** Writes what there is and ends: what cannot be written within `timeLimitMs` is lost to this worker, and run again by another. */
  stop(timeLimitMs: number): Promise<void>;
};

type Means = {
  log: Logger;
  outage: Outage;
  /** Is told who wants to be looked at again. */
  confirm: (confirmations: Confirmation[]) => void;
  record?: (checks: readonly FinishedCheck[]) => Promise<Recorded>;
};

type Waiting = { check: FinishedCheck; settle: (isWritten: boolean) => void };

const BATCH = 500;
const BATCH_AFTER_MS = 200;
const RETRY_AFTER_MS = 1_000;
/** What is kept while the database is away: a few minutes of a busy worker. The oldest go first. */
const MOST_WAITING = 50_000;

export function startRecorder({ log, outage, confirm, record = recordResults }: Means): Recorder {
  const waiting: Waiting[] = [];
  const stopping = new AbortController();
  const abandoned = new AbortController();
  let wake: (() => void) | null = null;
  let dropped = 0;

  const add = (check: FinishedCheck) =>
    new Promise<boolean>((settle) => {
      waiting.push({ check, settle });
      dropOldest();
      wake?.();
    });

  const dropOldest = () => {
    for (const oldest of waiting.splice(0, Math.max(0, waiting.length - MOST_WAITING))) {
      oldest.settle(false);
      if (dropped++ % 1_000 === 0) log.error({ dropped }, "the database is away for too long: results are dropped");
    }
  };

  const run = async () => {
    while (!abandoned.signal.aborted && !(stopping.signal.aborted && waiting.length === 0)) {
      if (waiting.length === 0) await new Promise<void>((resolve) => (wake = resolve));
      if (waiting.length < BATCH) await pause(BATCH_AFTER_MS, stopping.signal);
      await write(waiting.splice(0, BATCH));
    }
  };

  /** Writes a batch. One that the database does not take for what is in it is halved until the culprit stands alone. */
  const write = async (batch: Waiting[]): Promise<void> => {
    if (batch.length === 0) return;
    try {
      const { confirmations } = await record(batch.map(({ check }) => check));
      outage.over();
      for (const { settle } of batch) settle(true);
      confirm(confirmations);
    } catch (error) {
      outage.failed(error);
      if (isWorthRetrying(error)) return putBack(batch);
      if (batch.length === 1) return batch[0]!.settle(false);
      const half = Math.ceil(batch.length / 2);
      await write(batch.slice(0, half));
      await write(batch.slice(half));
    }
  };

  const putBack = async (batch: Waiting[]) => {
    waiting.unshift(...batch);
    dropOldest();
    await pause(RETRY_AFTER_MS, abandoned.signal);
  };

  const running = run();
  return {
    add,
    async stop(timeLimitMs) {
      stopping.abort();
      wake?.();
      await Promise.race([running, pause(timeLimitMs, abandoned.signal)]);
      abandoned.abort();
      if (waiting.length > 0) log.error({ lost: waiting.length }, "stopped before every result was written");
    },
  };
}
