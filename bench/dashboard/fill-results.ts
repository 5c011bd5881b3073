import type pg from "pg";
import { dayAfter, partitionName } from "#db/partition/partition-name.ts";
import { packTimings } from "#db/result/pack-timings.ts";
import { makeChecks } from "../stored-check/make-checks.ts";
import { checksOf } from "./checks-of.ts";
import { withClient } from "./with-client.ts";

/** So many kinds of servers answer, each in so many ways. */
const KINDS = 60;
const WAYS = 32;
/** Each partition by itself, two at a time. */
const AT_ONCE = 2;

const TIMED_OUT = packTimings([
  { stage: "dns", ms: 2 },
  { stage: "connect", ms: 30 },
  { stage: "greeting", ms: 10_000 },
]);

/**
 * Fills the partitions of [from, to) (epoch ms; `from` begins a UTC day) with a check a minute of every monitor, in the order of their slots, as
 * recorders do. The partitions are there. Returns how many checks it made.
 */
export async function fillResults(url: string, from: number, to: number, locationId: number): Promise<number> {
  const days: number[] = [];
  for (let day = from; day < to; day = dayAfter(day, 1).getTime()) days.push(day);
  await keepWays(url);
  let made = 0;
  const fillSome = async (client: pg.Client) => {
    for (let day = days.shift(); day !== undefined; day = days.shift()) {
      const rows = await fillDay(client, day, Math.min(to, dayAfter(day, 1).getTime()), locationId);
      made += rows;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, () => withClient(url, fillSome)));
  await withClient(url, (client) => client.query("drop table way"));
  return made;
}

/** With `wal_level = minimal` no row is written twice, for the partition is emptied in the transaction that fills it. */
async function fillDay(client: pg.Client, day: number, to: number, locationId: number): Promise<number> {
  const name = partitionName(new Date(day));
  await client.query("begin");
  await client.query(`drop index ${name}_key`);
  await client.query(`truncate ${name}`);
  const { rowCount } = await client.query(
    `with due as materialized (select id, phase, ways from ${checksOf.monitors} join way on way.kind = id % ${KINDS} order by phase, id)
     insert into ${name} (slot_at, monitor_id, status, location_id, late_ms, reply_code, reason, timings)
     select slot_at, id, (case when has_failed then 'down' else 'up' end)::status, $3, minute % 20, case when not has_failed then 220 end,
       case when has_failed then 'greeting.timeout' end, case when has_failed then $4 else ways[1 + (minute * 7 + id) % ${WAYS}] end
     from ${checksOf.minutes("$1", "$2")} cross join lateral (
       select id, minute_at + phase as slot_at, ways, ${checksOf.hasFailed} as has_failed from due offset 0 -- in the order of the slots
     ) as checks`,
    [new Date(day), new Date(to), locationId, TIMED_OUT],
  );
  await client.query("commit");
  await client.query(`create unique index ${name}_key on ${name} (check_key(slot_at, monitor_id, location_id))`);
  return rowCount ?? 0;
}

/** What a check may take, packed: servers near and far away, with STARTTLS and without. */
async function keepWays(url: string): Promise<void> {
  const kinds = Array.from({ length: KINDS }, (): Buffer[] => []);
  for (const checks of makeChecks({ monitors: KINDS, slots: 2 * WAYS })) {
    for (const { monitorId, status, timings } of checks) if (status === "up") kinds[monitorId % KINDS]!.push(packTimings(timings));
  }
  await withClient(url, async (client) => {
    await client.query("create unlogged table way (kind int, ways bytea[])");
    for (const [kind, ways] of kinds.entries()) await client.query("insert into way values ($1, $2)", [kind, ways.slice(0, WAYS)]);
    await client.query("analyze way");
  });
}
