import pg from "pg";
import { BETWEEN_CHECKS, packTimings } from "#db/result/pack-timings.ts";
import { packTallies, unpackTallies } from "#db/rollup/pack-tallies.ts";
import { addedUp } from "#db/rollup/tallies.ts";
import { tallyTimings } from "#db/rollup/tally-timings.ts";
import type { OwnPostgres } from "#testing/own-postgres.ts";
import { makeChecks, type MadeCheck } from "./make-checks.ts";

/** Bytes a row, index included, and milliseconds to read a chart: the median of many. */
export type RollupFigures = { hourBytes: number; dayBytes: number; yearBytes: number; chartMs: Record<string, number> };

const MONITORS = 1_000;
const DAYS = 90;
const SAMPLES = 50;
const TRIES = 50;
const WINDOWS = ["1h", "24h", "7d", "30d", "90d"] as const;

/** Fills ninety days of rollups of a thousand monitors at 60 s, and a day and an hour of results, and reads charts as the page does. */
export async function measureRollups(postgres: OwnPostgres): Promise<RollupFigures> {
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  const now = Math.floor(Date.now() / 3_600_000) * 3_600_000;
  try {
    await fill(client, now);
    const bytes = async (table: string) => {
      const { rows } = await client.query<{ bytes: number }>(
        `select pg_total_relation_size('${table}')::float8 / (select count(*) from ${table}) as bytes`,
      );
      return rows[0]!.bytes;
    };
    const [hourBytes, dayBytes] = [await bytes("rollup_hour"), await bytes("rollup_day")];
    return { hourBytes, dayBytes, yearBytes: 8_760 * hourBytes + 365 * dayBytes, chartMs: await timeCharts(postgres, now) };
  } finally {
    await client.end();
  }
}

async function fill(client: pg.Client, now: number): Promise<void> {
  const samples = sampleHours();
  const days = samples.map((_, index) =>
    packTallies(addedUp(Array.from({ length: 24 }, (__, hour) => unpackTallies(samples[(index + 2 * hour) % SAMPLES]!)))),
  );
  await client.query(
    `with team as (insert into team (name) values ('Bench') returning id)
     insert into monitor (team_id, name, kind, target, target_hash, interval_s, time_limit_s, confirmations)
     select team.id, n::text, 'smtp', '{}', 0, 60, 15, 2 from team, generate_series(1, $1) n`,
    [MONITORS],
  );
  for (const [table, column, unit, packed] of [
    ["rollup_hour", "hour_at", "hour", samples],
    ["rollup_day", "day_at", "day", days],
  ] as const) {
    await client.query(
      `insert into ${table} (monitor_id, ${column}, up, degraded, down, unknown, tallies)
       select id, at, 60, 0, 0, 0, ($3::bytea[])[1 + (id + extract(hour from at)::int * 2) % ${SAMPLES}]
       from generate_series(date_trunc('${unit}', $1::timestamptz, 'UTC') - $2::int * interval '1 day', $1, interval '1 ${unit}') as at, monitor`,
      [new Date(now), DAYS, packed],
    );
  }
  const { ensurePartitions } = await productOf(client);
  await ensurePartitions(now);
  await client.query(
    `insert into result (slot_at, monitor_id, status, location_id, late_ms, timings)
     select at, id, 'up', 1, 3, $2 from generate_series($1::timestamptz - interval '25 hours', $1, interval '1 minute') as at, monitor`,
    [
      new Date(now),
      packTimings([
        { stage: "dns", ms: 2 },
        { stage: "connect", ms: 30 },
        { stage: "greeting", ms: 70 },
        { stage: "ehlo", ms: 30 },
        { stage: "quit", ms: 30 },
      ]),
    ],
  );
  await client.query("vacuum analyze");
}

/** Hours of sixty checks, packed: half of the monitors use STARTTLS. */
function sampleHours(): Buffer[] {
  const byMonitor = new Map<number, MadeCheck[]>();
  for (const checks of makeChecks({ monitors: SAMPLES, slots: 60 })) {
    for (const check of checks) byMonitor.set(check.monitorId, [...(byMonitor.get(check.monitorId) ?? []), check]);
  }
  return [...byMonitor.values()].map((checks) => {
    const joined = checks.flatMap(({ timings }, index) => [...(index > 0 ? [BETWEEN_CHECKS] : []), ...packTimings(timings)]);
    return packTallies(tallyTimings(Uint8Array.from(joined)));
  });
}

/** The product's own code, on this database. */
async function productOf({ host, port, database, user, password }: pg.Client) {
  process.env.DATABASE_URL = `postgres://${user}:${encodeURIComponent(password as string)}@${host}:${port}/${database}`;
  process.env.NEXTAUTH_SECRET ??= "x".repeat(32);
  process.env.SECRETS_KEY ??= Buffer.alloc(32).toString("base64");
  const { ensurePartitions } = await import("#db/partition/ensure-partitions.ts");
  const { latencySeries } = await import("#db/result/latency-series.ts");
  const { pool, dutyPool } = await import("#db/pool.ts");
  return { ensurePartitions, latencySeries, end: () => Promise.all([pool.end(), dutyPool.end()]) };
}

async function timeCharts(postgres: OwnPostgres, now: number): Promise<Record<string, number>> {
  const { latencySeries, end } = await productOf(new pg.Client({ connectionString: postgres.url }));
  const chartMs: Record<string, number> = {};
  for (const window of WINDOWS) {
    const times = [];
    for (let tries = 0; tries < TRIES; tries++) {
      const began = performance.now();
      await latencySeries(1, 1 + Math.floor(Math.random() * MONITORS), window, now);
      times.push(performance.now() - began);
    }
    chartMs[window] = times.toSorted((a, b) => a - b)[TRIES / 2]!;
  }
  await end();
  return chartMs;
}
