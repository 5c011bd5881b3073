import { Counter, Gauge, Registry, type Metric } from "prom-client";
import { cumulative } from "#core/latency/cumulative.ts";
import { lastOf, latePart, PATH_PARTS, type PathPart } from "#core/system/path-test.ts";
import { isAlive } from "#core/system/system-troubles.ts";
import { daysAhead, type StateCount, type WorkerRow } from "#core/system/system.ts";
import { VERSION } from "#core/system/version.ts";
import type { readSystem } from "./read-system.ts";

type System = Awaited<ReturnType<typeof readSystem>>;
type Labels = Record<string, string>;
type Values = readonly { labels?: Labels; value: number }[];

const STATUSES = ["up", "degraded", "down", "unknown"] as const;
const MISSED = STATUSES.length;
/** Half a decade each, with the promised 100 ms among them. */
const LATENESS_BOUNDS_MS = [5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000];

/** The figures of the operator's page in Prometheus' text format (https://prometheus.io/docs/instrumenting/exposition_formats/). */
export async function metricsText(system: System, states: readonly StateCount[]): Promise<{ text: string; contentType: string }> {
  const registry = new Registry(); // anew at each scrape: what is told is what the database says, and workers come and go
  addProduct(registry, system);
  addWorkers(registry, system);
  addQueues(registry, system, states);
  addPathTest(registry, system);
  addReceivers(registry, system);
  return { text: await registry.metrics(), contentType: registry.contentType };
}

function addProduct(registry: Registry, { now, lead, locations, storage }: System): void {
  const labels = { version: VERSION, node: process.versions.node, postgresql: storage.postgresVersion };
  gauge(registry, "ehlowatch_info", "The versions of the product, of Node.js in the web process and of PostgreSQL.", [
    { labels, value: 1 },
  ]);
  gauge(registry, "ehlowatch_leader_age_seconds", "How long ago the leader was last heard of.", ago(now, lead.beatAt));
  gauge(registry, "ehlowatch_leader_epoch", "How often the lead has changed.", [{ value: lead.epoch ?? 0 }]);
  gauge(
    registry,
    "ehlowatch_windows_ahead_seconds",
    "How far ahead of now the windows are queued.",
    ago(lead.cursorAt ?? 0, lead.cursorAt === null ? null : now),
  );
  gauge(
    registry,
    "ehlowatch_workers",
    "Workers that are alive, by location.",
    locations.map(({ location, workers }) => ({ labels: { location }, value: workers })),
  );
  gauge(
    registry,
    "ehlowatch_location_cut_off",
    "1 where the self-test of a location fails.",
    locations.map(({ location, cutOffSince }) => ({ labels: { location }, value: cutOffSince === null ? 0 : 1 })),
  );
  gauge(registry, "ehlowatch_database_bytes", "The size of the database.", [{ value: storage.databaseBytes }]);
  gauge(registry, "ehlowatch_result_partitions_bytes", "The size of all partitions of results.", [
    { value: storage.partitions.reduce((total, { bytes }) => total + bytes, 0) },
  ]);
  gauge(registry, "ehlowatch_result_partitions_ahead_days", "Days after today that have a partition; -1 where today has none.", [
    { value: daysAhead(storage.partitions, now) },
  ]);
}

function addWorkers(registry: Registry, { now, workers }: System): void {
  const alive = workers.filter((worker) => isAlive(worker, now));
  const each = (value: (worker: WorkerRow) => number): Values =>
    alive.map((worker) => ({ labels: labelsOf(worker), value: value(worker) }));
  gauge(
    registry,
    "ehlowatch_worker_resident_memory_bytes",
    "Memory a worker takes.",
    each(({ rssBytes }) => rssBytes),
  );
  gauge(
    registry,
    "ehlowatch_worker_checks_running",
    "Checks a worker runs now.",
    each(({ probing }) => probing),
  );
  gauge(
    registry,
    "ehlowatch_worker_checks_waiting",
    "Checks that wait for a place in a worker.",
    each(({ waiting }) => waiting),
  );
  gauge(
    registry,
    "ehlowatch_worker_clock_skew_seconds",
    "How far the clock of a worker's machine is ahead of the database's, which checks go by.",
    alive.flatMap((worker) => (worker.skewMs === null ? [] : [{ labels: labelsOf(worker), value: worker.skewMs / 1000 }])),
  );
  counter(
    registry,
    "ehlowatch_checks_total",
    "Checks a worker has recorded since it started, by what they saw.",
    alive.flatMap((worker) =>
      STATUSES.map((status, at) => ({ labels: { ...labelsOf(worker), status }, value: worker.ended[at] ?? 0 })),
    ),
  );
  counter(
    registry,
    "ehlowatch_checks_missed_total",
    "Checks a worker could not start before their next slot, or not record.",
    each(({ ended }) => ended[MISSED] ?? 0),
  );
  addLateness(registry, alive);
}

/** prom-client only counts what it observes itself; these were observed by the workers. */
function addLateness(registry: Registry, workers: readonly WorkerRow[]): void {
  const name = "ehlowatch_check_lateness_seconds";
  const values = workers.flatMap((worker) => {
    const { buckets, count, sumMs } = cumulative(worker.lateness, LATENESS_BOUNDS_MS);
    const labels = labelsOf(worker);
    return [
      ...buckets.map((bucket) => ({
        metricName: `${name}_bucket`,
        labels: { ...labels, le: String(bucket.leMs / 1000) },
        value: bucket.count,
      })),
      { metricName: `${name}_bucket`, labels: { ...labels, le: "+Inf" }, value: count },
      { metricName: `${name}_sum`, labels, value: sumMs / 1000 },
      { metricName: `${name}_count`, labels, value: count },
    ];
  });
  const metric = {
    name,
    get: async () => ({ name, help: "How long after their slot checks started.", type: "histogram", values }),
  };
  registry.registerMetric(metric as unknown as Metric);
}

function addQueues(registry: Registry, { now, queues }: System, states: readonly StateCount[]): void {
  const stateOf = (what: StateCount["of"]) =>
    states.filter((each) => each.of === what).map(({ state, count }) => ({ labels: { state }, value: count }));
  gauge(registry, "ehlowatch_windows", "Windows that opened in the last ten minutes, by state.", stateOf("windows"));
  gauge(registry, "ehlowatch_deliveries", "Deliveries, those that are over of the last day, by state.", stateOf("deliveries"));
  gauge(
    registry,
    "ehlowatch_queue_size",
    "What waits in the tables that are worked off.",
    queues.map(({ queue, count }) => ({ labels: { queue }, value: count })),
  );
  gauge(
    registry,
    "ehlowatch_queue_age_seconds",
    "How long the oldest of it has waited.",
    queues.map(({ queue, since }) => ({ labels: { queue }, value: since === null ? 0 : Math.max(0, now - since) / 1000 })),
  );
}

function addPathTest(registry: Registry, { now, pathTest }: System): void {
  const late = pathTest && latePart(pathTest, now);
  const each = (value: (part: PathPart) => number | null): Values =>
    pathTest === null
      ? []
      : PATH_PARTS.flatMap((part) => (value(part) === null ? [] : [{ labels: { part }, value: value(part)! }]));
  const ageOf = (part: PathPart) => {
    const at = pathTest && lastOf(pathTest, part);
    return at === null ? null : Math.max(0, now - at) / 1000;
  };
  gauge(registry, "ehlowatch_path_test_age_seconds", "How long ago each part of the path test last did its work.", each(ageOf));
  gauge(
    registry,
    "ehlowatch_path_test_late",
    "1 for the part at which the path test stands still.",
    each((part) => (late?.part === part ? 1 : 0)),
  );
}

function addReceivers(registry: Registry, { now, inbound }: System): void {
  const alive = inbound.receivers.filter((receiver) => isAlive(receiver, now));
  gauge(registry, "ehlowatch_receivers", "Receivers of test messages that are alive.", [{ value: alive.length }]);
  counter(
    registry,
    "ehlowatch_inbound_messages_total",
    "What a receiver was sent since it started: messages it took, and recipients and messages it refused.",
    alive.flatMap(({ receiverId: receiver, received, refused }) => [
      { labels: { receiver, outcome: "received" }, value: received },
      { labels: { receiver, outcome: "refused" }, value: refused },
    ]),
  );
}

const labelsOf = ({ location, workerId }: WorkerRow): Labels => ({ location, worker: workerId });

/** Nothing where it never was: a series that is not there says so, and 0 would not. */
function ago(now: number, at: number | null): Values {
  return at === null ? [] : [{ value: (now - at) / 1000 }];
}

function gauge(registry: Registry, name: string, help: string, values: Values): void {
  const made = new Gauge({ name, help, labelNames: Object.keys(values[0]?.labels ?? {}), registers: [registry] });
  if (values[0]?.labels === undefined) made.remove(); // it would say 0 by itself
  for (const { labels = {}, value } of values) made.set(labels, value);
}

function counter(registry: Registry, name: string, help: string, values: Values): void {
  const made = new Counter({ name, help, labelNames: Object.keys(values[0]?.labels ?? {}), registers: [registry] });
  if (values[0] === undefined) made.remove();
  for (const { labels = {}, value } of values) made.inc(labels, value);
}
