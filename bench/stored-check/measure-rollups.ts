import pg from "pg";
import { packTimings } from "#db/result/pack-timings.ts";
import type { OwnPostgres } from "#testing/own-postgres.ts";
import { fillRollups } from "../sample-rollups.ts";

/** Bytes a row, index included, and milliseconds to read a chart: the median of many. */
export type RollupFigures = { hourBytes: number; dayBytes: number; yearBytes: number; chartMs: Record<string, number> };

const MONITORS = 1_000;
const DAYS = 90;
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
  await client.query(
    `with team as (insert into team (name) values ('Bench') returning id)
     insert into monitor (team_id, name, kind, target, target_hash, interval_s, time_limit_s, confirmations)
     select team.id, n::text, 'smtp', '{}', 0, 60, 15, 2 from team, generate_series(1, $1) n`,
    [MONITORS],
  );
  await fillRollups(client, DAYS, now);
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
