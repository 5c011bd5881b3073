import { expect, test } from "vitest";
import { punctualityOf, type Punctuality } from "../schedule/punctuality.ts";
import { troublesOf } from "./system-troubles.ts";
import { daysAhead, type LocationRow, type WorkerRow } from "./system.ts";

const NOW = Date.UTC(2026, 10, 24, 12);
const AGO = NOW - 60_000;

const worker = (wishes: Partial<WorkerRow> = {}): WorkerRow => ({
  workerId: "w1",
  location: "fra",
  version: "1.0.0",
  node: "24.0.0",
  queue: "Redis",
  startedAt: 0,
  beatAt: NOW - 4_000,
  queueAt: NOW - 4_000,
  rssBytes: 200e6,
  probing: 3,
  waiting: 0,
  skewMs: 0,
  ended: [9, 0, 0, 0, 0],
  lateness: [],
  ...wishes,
});
const location = (wishes: Partial<LocationRow> = {}): LocationRow => ({
  location: "fra",
  workers: 1,
  heardAt: NOW,
  monitorsOnlyHere: 0,
  testedAt: NOW,
  cutOffSince: null,
  cutOffWhy: null,
  ...wishes,
});
const partitions = (count: number) =>
  Array.from({ length: count }, (_, day) => ({ name: `result_202611${24 + day}`, rows: null, bytes: 0 }));
const system = {
  now: NOW,
  version: "1.0.0",
  workers: [worker()],
  locations: [location()],
  lead: { leader: "w1", epoch: 3, cursorAt: NOW + 5_000, beatAt: NOW - 1_000 },
  lately: punctualityOf([], NOW, 300_000),
  queues: [],
  storage: { databaseBytes: 1, postgresVersion: "18.0", partitions: partitions(6) },
  pathTest: null,
  inbound: { domain: "", receivers: [] },
};
const lately = (wishes: Partial<Punctuality>) => ({ ...system.lately, ...wishes });

test("where all is well nothing is said", () => {
  expect(troublesOf(system)).toEqual([]);
  expect(troublesOf({ ...system, workers: [worker({ skewMs: -2_000 }), worker({ skewMs: null })] })).toEqual([]);
});

test("where the path test stands still it is said where, and since when", () => {
  const [checkedAt, sentAt] = [NOW - 40_000, NOW - 400_000];
  const pathTest = {
    everyS: 60,
    since: 0,
    checkedAt,
    passedAt: checkedAt,
    queuedAt: checkedAt,
    sentAt,
    reason: null,
    answer: "HTTP 503",
  };
  expect(troublesOf({ ...system, pathTest })).toEqual([
    { sentence: "No sign of life reaches the outside watcher (HTTP 503)", since: sentAt },
  ]);
  expect(troublesOf({ ...system, pathTest: { ...pathTest, sentAt: checkedAt } })).toEqual([]);
});

test("before the first worker there is one thing to say, and none about what follows from it", () => {
  const empty = { ...system, workers: [], locations: [], lead: { leader: null, epoch: 0, cursorAt: null, beatAt: null } };
  expect(troublesOf(empty)).toEqual([
    { sentence: "No worker has run yet, so nothing is checked and no mail is sent", since: null },
  ]);
  const gone = { ...system, workers: [worker({ beatAt: AGO })], locations: [location({ workers: 0, heardAt: AGO })] };
  expect(troublesOf(gone)).toEqual([{ sentence: "No worker runs, so nothing is checked and nobody is told", since: AGO }]);
});

test.each([
  ["nobody leads", { lead: { ...system.lead, beatAt: AGO } }, "No worker leads, so nothing new is queued", AGO],
  [
    "the cursor stays behind",
    { lead: { ...system.lead, cursorAt: AGO } },
    "Windows are queued only after they should have opened",
    AGO,
  ],
  [
    "a location has no worker",
    { locations: [location(), location({ location: "ams", workers: 0, heardAt: AGO, monitorsOnlyHere: 2 })] },
    "No worker at ams, where 2 monitors are checked and nowhere else",
    AGO,
  ],
  [
    "a location is cut off",
    { locations: [location({ cutOffSince: AGO, cutOffWhy: "port 25 is closed" })] },
    "The self-test at fra fails (port 25 is closed): it is left out",
    AGO,
  ],
  [
    "partitions run out",
    { storage: { ...system.storage, partitions: partitions(3) } },
    "There are partitions of results for only 2 days ahead; the leader keeps seven",
    null,
  ],
  [
    "today has no partition",
    { storage: { ...system.storage, partitions: [] } },
    "There is no partition for today's results, so none can be stored",
    null,
  ],
  [
    "checks are missed",
    { lately: lately({ missed: 1 }) },
    "1 check could not start before the next slot in the last 5 minutes",
    null,
  ],
  ["windows are missed", { lately: lately({ windowsMissed: 2 }) }, "Nobody ran 2 windows of the last 5 minutes", null],
  [
    "checks start late",
    { lately: lately({ p99: 2_140 }) },
    "One check in a hundred started more than 2.1 s late in the last 5 minutes",
    null,
  ],
  [
    "mail waits",
    { queues: [{ queue: "deliveries due" as const, count: 3, since: AGO }] },
    "Too long in the queue, deliveries due: 3, the oldest",
    AGO,
  ],
  ["the queue is away", { workers: [worker({ queueAt: AGO })] }, "The queue does not answer w1 at fra", AGO],
  [
    "a worker is full",
    { workers: [worker({ waiting: 7 })] },
    "7 checks wait for a place in w1 at fra: it wants more workers",
    null,
  ],
  ["a worker grows", { workers: [worker({ rssBytes: 600 * 1024 ** 2 })] }, "w1 at fra takes 600 MiB of memory", null],
  [
    "a machine's clock is fast",
    { workers: [worker({ skewMs: 2_001 })] },
    "The clock of w1 at fra is 2.0 s ahead of the database's, which checks go by",
    null,
  ],
  [
    "a machine's clock is slow",
    { workers: [worker({ skewMs: -300_000 })] },
    "The clock of w1 at fra is 300.0 s behind the database's, which checks go by",
    null,
  ],
  ["a worker is old", { workers: [worker({ version: "0.9.0" })] }, "w1 at fra runs version 0.9.0, this page 1.0.0", null],
])("it is said when %s", (_, wishes, sentence, since) => {
  expect(troublesOf({ ...system, ...wishes })).toEqual([{ sentence, since }]);
});

test("a location that nobody uses any more is no trouble", () => {
  const former = location({ location: "old", workers: 0, heardAt: NOW - 3 * 86_400_000 });
  expect(troublesOf({ ...system, locations: [location(), former, { ...former, heardAt: null }] })).toEqual([]);
});

test("days ahead are counted up to the first gap", () => {
  expect(daysAhead(partitions(6), NOW)).toBe(5);
  expect(daysAhead([...partitions(2), { name: "result_20261128", rows: 0, bytes: 0 }], NOW)).toBe(1);
  expect(daysAhead([{ name: "result_default", rows: 0, bytes: 0 }], NOW)).toBe(-1);
});

test("where mail comes to us somebody receives it, and where none does nobody has to", () => {
  const receiver = { receiverId: "r1", listensAt: "[::]:2525", startedAt: 0, beatAt: NOW - 4_000, received: 1, refused: 0 };
  const inbound = (receivers: (typeof receiver)[], domain = "in.example.net") =>
    troublesOf({ ...system, inbound: { domain, receivers } });
  const sentence = "No receiver listens, so nothing that servers send to in.example.net comes to us";
  expect(inbound([])).toEqual([{ sentence, since: null }]);
  expect(inbound([{ ...receiver, beatAt: AGO }])).toEqual([{ sentence, since: AGO }]);
  expect(inbound([{ ...receiver, beatAt: AGO }, receiver])).toEqual([]);
  expect(inbound([], "")).toEqual([]);
});
