import { expect, test } from "vitest";
import { histogramOf } from "#core/latency/histogram.ts";
import { punctualityOf } from "#core/schedule/punctuality.ts";
import { QUEUES, type ReceiverRow, type WorkerRow } from "#core/system/system.ts";
import { metricsText } from "./metrics-text.ts";

const NOW = Date.UTC(2026, 10, 24, 12);
const LINE = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})? (-?\d+(?:\.\d+)?(?:e[+-]?\d+)?|NaN|[+-]Inf)$/;
const LABEL = /([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\[\\n"])*)"(?:,|$)/y;

type Series = { name: string; labels: Record<string, string>; value: number };
type Family = { name: string; help: string; type: string; series: Series[] };

/** Reads the text format as its specification says, and throws at whatever it does not allow. */
function parse(text: string): Family[] {
  if (!text.endsWith("\n")) throw new Error("The last line has no end");
  const families: Family[] = [];
  for (const line of text.split("\n").filter((each) => each !== "")) {
    const [, kind, of, rest] = /^# (HELP|TYPE) (\S+) (.+)$/.exec(line) ?? [];
    if (kind === "HELP") families.push({ name: of!, help: rest!, type: "", series: [] });
    else if (kind === "TYPE") families.at(-1)!.type = typeIn(families.at(-1)!, of!, rest!);
    else families.at(-1)!.series.push(parseLine(line));
  }
  return families;
}

function typeIn(family: Family, of: string, type: string): string {
  if (of !== family.name || family.type !== "" || family.series.length > 0) throw new Error(`A TYPE out of place: ${of}`);
  if (!["counter", "gauge", "histogram"].includes(type)) throw new Error(`No such type: ${type}`);
  return type;
}

function parseLine(line: string): Series {
  const [, name, inner = "", value] = LINE.exec(line) ?? [];
  if (name === undefined) throw new Error(`No line of the format: ${line}`);
  const labels: Record<string, string> = {};
  LABEL.lastIndex = 0;
  while (LABEL.lastIndex < inner.length) {
    const from = LABEL.lastIndex;
    const found = LABEL.exec(inner);
    if (!found) throw new Error(`No label: ${inner.slice(from)}`);
    labels[found[1]!] = found[2]!;
  }
  return { name, labels, value: Number(value) };
}

const worker = (workerId: string, wishes: Partial<WorkerRow> = {}): WorkerRow => ({
  workerId,
  location: "fra",
  version: "1.0.0",
  node: "24.0.0",
  queue: "Redis",
  startedAt: 0,
  beatAt: NOW,
  queueAt: NOW,
  rssBytes: 123e6,
  probing: 4,
  waiting: 1,
  skewMs: -250,
  ended: [90, 5, 4, 1, 7],
  lateness: histogramOf([1, 2, 60, 60, 400, 31_000]),
  ...wishes,
});

const receiver = (receiverId: string, wishes: Partial<ReceiverRow> = {}): ReceiverRow => ({
  receiverId,
  listensAt: "127.0.0.1:2525",
  startedAt: NOW - 60_000,
  beatAt: NOW,
  received: 12,
  refused: 3,
  ...wishes,
});

const system = (workers: WorkerRow[]) => ({
  now: NOW,
  lead: { leader: "w1", epoch: 3, cursorAt: NOW + 5_000, beatAt: NOW - 1_500 },
  workers,
  locations: [
    { location: "fra", workers: 1, heardAt: NOW, monitorsOnlyHere: 0, testedAt: NOW, cutOffSince: null, cutOffWhy: null },
  ],
  queues: QUEUES.map((queue) => ({ queue, count: 2, since: NOW - 3_000 })),
  storage: { databaseBytes: 5e9, postgresVersion: "18.0", partitions: [{ name: "result_20261124", rows: 10, bytes: 4096 }] },
  punctuality: { lately: punctualityOf([], NOW, 1), hour: punctualityOf([], NOW, 1), day: punctualityOf([], NOW, 1) },
  inbound: { domain: "in.example.net", receivers: [receiver("r1"), receiver("gone", { beatAt: NOW - 60_000 })] },
  pathTest: {
    everyS: 60,
    since: 0,
    checkedAt: NOW - 30_000,
    passedAt: NOW - 30_000,
    queuedAt: NOW - 29_000,
    sentAt: NOW - 400_000,
    reason: null,
    answer: null,
  },
});
const STATES = [
  { of: "windows" as const, state: "missed", count: 1 },
  { of: "deliveries" as const, state: "sent", count: 2 },
];

async function familiesOf(workers: WorkerRow[]) {
  const { text, contentType } = await metricsText(system(workers), STATES);
  expect(contentType).toBe("text/plain; version=0.0.4; charset=utf-8");
  return new Map(parse(text).map((family) => [family.name, family]));
}

test("every family has its help and its type, counters end in _total, and no series is there twice", async () => {
  const families = await familiesOf([worker("w1"), worker('odd"name\\\n')]);
  expect(families.size).toBeGreaterThan(15);
  for (const { name, help, type, series } of families.values()) {
    const own = type === "histogram" ? ["_bucket", "_sum", "_count"].map((end) => name + end) : [name];
    expect({
      name: expect.stringMatching(/^ehlowatch_[a-z_]+$/),
      help: expect.stringMatching(/\.$/),
      isCounter: type === "counter",
      names: [...new Set(series.map((each) => each.name))].toSorted(),
      series: new Set(series.map((each) => JSON.stringify([each.name, each.labels]))).size,
    }).toEqual({ name, help, isCounter: name.endsWith("_total"), names: own.toSorted(), series: series.length });
  }
});

test("lateness is a histogram: counts rise up to +Inf, which is all of them", async () => {
  const lateness = (await familiesOf([worker("w1")])).get("ehlowatch_check_lateness_seconds")!;
  expect(lateness.type).toBe("histogram");
  const buckets = lateness.series.filter(({ name }) => name.endsWith("_bucket"));
  const bounds = buckets.map(({ labels }) => (labels.le === "+Inf" ? Infinity : Number(labels.le)));
  expect(bounds).toEqual(bounds.toSorted((a, b) => a - b));
  expect(buckets.map(({ value }) => value)).toEqual([2, 2, 2, 2, 4, 4, 5, 5, 5, 5, 5, 5, 6]);
  expect(lateness.series.find(({ name }) => name.endsWith("_count"))?.value).toBe(6);
  expect(lateness.series.find(({ name }) => name.endsWith("_sum"))?.value).toBeCloseTo(31.5, 0);
});

test("checks are counted by status, and only those of workers that are alive", async () => {
  const families = await familiesOf([worker("w1"), worker("gone", { beatAt: NOW - 60_000 })]);
  expect(families.get("ehlowatch_checks_total")!.series.map(({ labels, value }) => [labels.worker, labels.status, value])).toEqual([
    ["w1", "up", 90],
    ["w1", "degraded", 5],
    ["w1", "down", 4],
    ["w1", "unknown", 1],
  ]);
  expect(families.get("ehlowatch_checks_missed_total")!.series).toMatchObject([{ value: 7 }]);
  expect(families.get("ehlowatch_worker_clock_skew_seconds")!.series).toMatchObject([{ value: -0.25 }]);
  expect(families.get("ehlowatch_leader_age_seconds")!.series).toMatchObject([{ value: 1.5 }]);
  expect(families.get("ehlowatch_windows_ahead_seconds")!.series).toMatchObject([{ value: 5 }]);
  expect(families.get("ehlowatch_result_partitions_ahead_days")!.series).toMatchObject([{ value: 0 }]);
});

test("a product without workers or a leader has families without series, and no figure that was made up", async () => {
  const empty = { ...system([]), lead: { leader: null, epoch: null, cursorAt: null, beatAt: null }, locations: [] };
  const families = parse((await metricsText(empty, [])).text);
  const without = families.filter(({ series }) => series.length === 0).map(({ name }) => name);
  for (const name of [
    "ehlowatch_leader_age_seconds",
    "ehlowatch_windows_ahead_seconds",
    "ehlowatch_checks_total",
    "ehlowatch_workers",
  ])
    expect(without).toContain(name);
});

test("the path test says how long ago each of its parts did its work, and which is late", async () => {
  const families = await familiesOf([]);
  const valuesOf = (name: string) => families.get(name)!.series.map(({ labels, value }) => [labels.part, value]);
  expect(valuesOf("ehlowatch_path_test_age_seconds")).toEqual([
    ["check", 30],
    ["verdict", 30],
    ["outbox", 29],
    ["watcher", 400],
  ]);
  expect(valuesOf("ehlowatch_path_test_late").filter(([, value]) => value === 1)).toEqual([["watcher", 1]]);
});

test("receivers that are alive say what they took and refused", async () => {
  const families = await familiesOf([]);
  expect(families.get("ehlowatch_receivers")!.series).toMatchObject([{ value: 1 }]);
  expect(families.get("ehlowatch_inbound_messages_total")!.series.map(({ labels, value }) => [labels, value])).toEqual([
    [{ receiver: "r1", outcome: "received" }, 12],
    [{ receiver: "r1", outcome: "refused" }, 3],
  ]);
});
