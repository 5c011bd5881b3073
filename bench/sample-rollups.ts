import type pg from "pg";
import { BETWEEN_CHECKS, packTimings } from "#db/result/pack-timings.ts";
import { packTallies, unpackTallies } from "#db/rollup/pack-tallies.ts";
import { addedUp } from "#db/rollup/tallies.ts";
import { tallyTimings } from "#db/rollup/tally-timings.ts";
import { makeChecks, type MadeCheck } from "./stored-check/make-checks.ts";

const SAMPLES = 50;

/** Fills so many days of rollups up to `now` (epoch ms) of every monitor there is, as if each was checked once a minute. */
export async function fillRollups(client: pg.ClientBase, days: number, now: number): Promise<void> {
  const hours = sampleHours();
  const wholeDays = hours.map((_, index) =>
    packTallies(addedUp(Array.from({ length: 24 }, (__, hour) => unpackTallies(hours[(index + 2 * hour) % SAMPLES]!)))),
  );
  for (const [table, column, unit, checks, packed] of [
    ["rollup_hour", "hour_at", "hour", 60, hours],
    ["rollup_day", "day_at", "day", 1_440, wholeDays],
  ] as const) {
    await client.query(
      `insert into ${table} (monitor_id, ${column}, up, degraded, down, unknown, tallies)
       select id, at, ${checks}, 0, 0, 0, ($3::bytea[])[1 + (id + extract(hour from at)::int * 2) % ${SAMPLES}]
       from generate_series(date_trunc('${unit}', $1::timestamptz, 'UTC') - $2::int * interval '1 day', $1, interval '1 ${unit}') as at, monitor`,
      [new Date(now), days, packed],
    );
  }
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
