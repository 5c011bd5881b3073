import pg from "pg";
import type { StageTiming } from "#core/check/stage.ts";
import { packTimings } from "#db/result/pack-timings.ts";
import { POSITION_OF } from "#db/result/timing-positions.ts";
import type { OwnPostgres } from "#testing/own-postgres.ts";
import { costOf } from "../process-cost.ts";
import { endOf, makeChecks, type Crowd, type MadeCheck } from "./make-checks.ts";
import type { Variant } from "./variants.ts";

/** Bytes and microseconds of PostgreSQL's processor are per check; `queries` are milliseconds, the median of many. */
export type Figures = { heap: number; index: number; wal: number; cpuUs: number; queries: Record<string, number> };

const TRIES = 100;
const MINUTES_A_CHECKPOINT = 5;

/** Fills the variant's table in a database of its own and asks it what the product asks. */
export async function measure(postgres: OwnPostgres, variant: Variant, crowd: Crowd): Promise<Figures> {
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  try {
    await client.query("drop table if exists t");
    await client.query(
      `create table t (slot_at timestamptz(3) not null, monitor_id int not null, location_id smallint not null, late_ms smallint not null,
         reply_code smallint, reason text, ${variant.columns})`,
    );
    for (const index of variant.indexes) await client.query(index);
    await client.query("alter table t set (autovacuum_enabled = off)");
    const filled = await fill(postgres, client, variant, crowd);
    await client.query("vacuum analyze t");
    return { ...filled, ...(await readBytes(client)), queries: await timeQueries(client, variant, crowd) };
  } finally {
    await client.end();
  }
}

async function fill(postgres: OwnPostgres, client: pg.Client, variant: Variant, crowd: Crowd) {
  const position = async () => (await client.query<{ lsn: number }>("select pg_current_wal_lsn() - '0/0' as lsn")).rows[0]!.lsn;
  const before = { cpuUs: costOf(postgres.pid()).cpuUs, lsn: await position() };
  let written = 0;
  let checkpoint = 0;
  for (const checks of makeChecks(crowd)) {
    await insert(client, variant, checks);
    written += checks.length;
    if (written / crowd.monitors < (checkpoint + 1) * MINUTES_A_CHECKPOINT) continue;
    checkpoint++;
    await client.query("checkpoint"); // as often as on a server that takes a minute for a slot
  }
  return {
    cpuUs: (costOf(postgres.pid()).cpuUs - before.cpuUs) / written,
    wal: ((await position()) - before.lsn) / written,
  };
}

async function insert(client: pg.Client, { timings, columns }: Variant, checks: readonly MadeCheck[]): Promise<void> {
  const isPacked = timings === "packed";
  const type = columns.startsWith("status status") ? "status" : `"char"`;
  await client.query({
    name: `insert-${timings}`,
    text: `insert into t (slot_at, monitor_id, location_id, late_ms, reply_code, reason, status, timings)
      select slot_at, monitor_id, 1, late_ms, reply_code, reason, status::${type}, timings${isPacked ? "" : "::smallint[]"}
      from unnest($1::timestamptz[], $2::int[], $3::smallint[], $4::smallint[], $5::text[], $6::text[], $7::${isPacked ? "bytea" : "text"}[])
        with ordinality as row (slot_at, monitor_id, late_ms, reply_code, reason, status, timings, position)
      order by position on conflict do nothing`,
    values: [
      checks.map(({ slotAt }) => new Date(slotAt).toISOString()),
      checks.map(({ monitorId }) => monitorId),
      checks.map(({ lateMs }) => lateMs),
      checks.map(({ replyCode }) => replyCode),
      checks.map(({ reason }) => reason),
      checks.map(({ status }) => status),
      checks.map((check) => (isPacked ? packTimings(check.timings) : arrayText(check.timings))),
    ],
  });
}

/** Milliseconds by position, -1 for a stage that did not happen, cut after the last that did. */
function arrayText(timings: readonly StageTiming[]): string {
  const positions: number[] = [];
  for (const { stage, ms } of timings) positions[POSITION_OF[stage]] = Math.round(ms);
  return `{${Array.from(positions, (ms) => ms ?? -1).join(",")}}`;
}

async function readBytes(client: pg.Client): Promise<{ heap: number; index: number }> {
  const { rows } = await client.query<{ heap: number; index: number }>(
    "select pg_table_size('t')::float8 / count(*) as heap, pg_indexes_size('t')::float8 / count(*) as index from t",
  );
  return rows[0]!;
}

async function timeQueries(client: pg.Client, variant: Variant, crowd: Crowd): Promise<Record<string, number>> {
  const now = new Date(endOf(crowd)).toISOString();
  const columns = "t.slot_at, t.location_id, t.status, t.reason, t.reply_code, t.late_ms, t.timings";
  const of = (hours: number) => (monitorId: number) => ({ values: [monitorId, hours, now] });
  const latest = `select ${columns} from ${variant.ofMonitor} order by t.slot_at desc limit 20`;
  const series = `select ${columns} from ${variant.ofMonitor}`;
  const due = `select count(*) from (select n as monitor_id, $3::timestamptz - interval '1 minute' + floor(n % 10) * interval '1 second' as slot_at
    from generate_series($1::int, $1::int + $2::int) n) due where not exists (select from t where ${variant.ofSlot})`;
  const one = `select ${columns} from (select $1::int as monitor_id, $3::timestamptz - $2::int * interval '1 minute' as slot_at) due join t on ${variant.ofSlot}`;
  const asked: [string, string, (monitorId: number) => { values: unknown[] }][] = [
    ["latest 20", latest, of(1)],
    ["24 h", series, of(24)],
    ["one check", one, of(7)],
    ["1,000 due", due, of(1_000)],
  ];
  const queries: Record<string, number> = {};
  for (const [name, text, valuesOf] of asked) {
    const times = [];
    for (let tries = 0; tries < TRIES; tries++) {
      const monitorId = 1 + Math.floor(Math.random() * crowd.monitors);
      const began = performance.now();
      await client.query({ name, text, ...valuesOf(monitorId) });
      times.push(performance.now() - began);
    }
    queries[name] = times.toSorted((a, b) => a - b)[TRIES / 2]!;
  }
  return queries;
}
