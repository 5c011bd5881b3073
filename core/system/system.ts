import type { Histogram } from "../latency/histogram.ts";

// What the operator sees of the product. Instants are epoch milliseconds by the database's clock, sizes bytes.

/**
 * A worker as its latest beat tells; `ended` counts its checks: up, degraded, down, unknown, missed. `skewMs` is how far its machine's clock is
 * ahead of the database's; null where it does not know.
 */
export type WorkerRow = {
  workerId: string;
  location: string;
  version: string;
  node: string;
  queue: string;
  startedAt: number;
  beatAt: number;
  queueAt: number | null;
  rssBytes: number;
  probing: number;
  waiting: number;
  skewMs: number | null;
  ended: number[];
  lateness: Histogram;
};

/** A location: how many workers it has, when the latest of them was heard of, how many monitors run nowhere else, and its self-test. */
export type LocationRow = {
  location: string;
  workers: number;
  heardAt: number | null;
  monitorsOnlyHere: number;
  testedAt: number | null;
  cutOffSince: number | null;
  cutOffWhy: string | null;
};

/** A receiver of mail as its latest beat tells: the address and port it listens at, and what it took and refused since it began. */
export type ReceiverRow = {
  receiverId: string;
  listensAt: string;
  startedAt: number;
  beatAt: number;
  received: number;
  refused: number;
};

/** Who leads, and the next window to queue. */
export type Lead = { leader: string | null; epoch: number | null; cursorAt: number | null; beatAt: number | null };

export const QUEUES = ["windows queued", "windows running", "deliveries due", "account mails", "checks asked for"] as const;

/** What waits, and since when the oldest of it could have been begun. */
export type QueueRow = { queue: (typeof QUEUES)[number]; count: number; since: number | null };

/** How many windows or deliveries are in a state. */
export type StateCount = { of: "windows" | "deliveries"; state: string; count: number };

/** A partition of the results: one day (UTC). `rows` is an estimate, null where there is none yet. */
export type Partition = { name: string; rows: number | null; bytes: number };

export type Storage = { databaseBytes: number; postgresVersion: string; partitions: Partition[] };

const PARTITION = /^result_(\d{4})(\d\d)(\d\d)$/;
const DAY_MS = 86_400_000;

/** The first instant of a partition's day; null for one that is named otherwise. */
function dayOf({ name }: Partition): number | null {
  const [, year, month, day] = PARTITION.exec(name) ?? [];
  return year === undefined ? null : Date.UTC(Number(year), Number(month) - 1, Number(day));
}

/** For how many days after today there is a partition, without a gap; -1 where today has none. */
export function daysAhead(partitions: readonly Partition[], now: number): number {
  const days = new Set(partitions.map(dayOf));
  const today = Math.floor(now / DAY_MS) * DAY_MS;
  let ahead = -1;
  while (days.has(today + (ahead + 1) * DAY_MS)) ahead++;
  return ahead;
}
