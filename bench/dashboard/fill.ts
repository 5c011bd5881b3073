/** Fills the database of its environment as a bench of the dashboard needs it, and prints what is there. */
import { encode } from "next-auth/jwt";
import type pg from "pg";
import { ensureLocation } from "#db/location/ensure-location.ts";
import { ensurePartitions } from "#db/partition/ensure-partitions.ts";
import { dayAfter } from "#db/partition/partition-name.ts";
import { alertPool, dutyPool, pool } from "#db/pool.ts";
import { env } from "#env.ts";
import { fillRollups } from "../sample-rollups.ts";
import { fillResults } from "./fill-results.ts";
import { makeSeededTeam, showServers } from "./fill-team.ts";
import { fillTranscripts } from "./fill-transcripts.ts";
import { withClient } from "./with-client.ts";

/** What is there of all teams, the monitors of the team that is looked at, pages of some of their failed checks, and a session of who looks. */
export type Filled = {
  monitors: number;
  results: number;
  transcripts: number;
  teamId: number;
  looked: number[];
  checks: string[];
  session: string;
};

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
/** Checks go on while the pages are read: their results are there already. */
const AHEAD_MS = 3 * HOUR_MS;
const SESSION_S = 24 * 3_600;

const [monitors, days, results] = process.argv.slice(2).map(Number) as [number, number, number];
process.stdout.write(JSON.stringify(await fill()));
await Promise.all([pool.end(), dutyPool.end(), alertPool.end()]);

async function fill(): Promise<Filled> {
  const now = Date.now();
  const from = dayAfter(now, -env.RESULT_DAYS).getTime();
  const to = Math.floor((now + AHEAD_MS) / MINUTE_MS) * MINUTE_MS;
  const locationId = await ensureLocation("local");
  await ensurePartitions(from + HOUR_MS);
  await ensurePartitions(now);

  const ground = await makeSeededTeam(monitors, locationId, now);
  await withClient(env.DATABASE_URL, (client) => fillRollups(client, days, Math.floor(now / HOUR_MS) * HOUR_MS));
  await pool.query("update rollup_progress set closed_until = date_trunc('hour', now())");
  const all = Math.max(monitors, Math.ceil(results / ((to - from) / MINUTE_MS)));
  await withClient(env.DATABASE_URL, (client) => addOtherTeams(client, all - monitors, monitors));
  const made = await fillResults(env.DATABASE_URL, from, to, locationId);
  const transcripts = await withClient(env.DATABASE_URL, (client) => fillTranscripts(client, ground, from, to));
  await showServers(ground, monitors);
  await withClient(env.DATABASE_URL, async (client) => {
    await client.query("vacuum (analyze) monitor, health, transition, incident, rollup_hour, rollup_day, transcript");
    await client.query("analyze result");
  });

  const { rows } = await pool.query<{ id: number }>("select id from monitor where team_id = $1 order by id", [ground.teamId]);
  const { rows: failed } = await pool.query<{ path: string }>(
    `select format('/monitors/%s/checks/%s-%s', monitor_id, (extract(epoch from slot_at) * 1000)::bigint, location_id) as path
     from transcript where status = 'down' and slot_at < now() order by slot_at desc limit 100`,
  );
  const token = { userId: ground.userId, sessionVersion: 0 };
  const session = await encode({ token, secret: env.NEXTAUTH_SECRET, maxAge: SESSION_S });
  return {
    monitors: all,
    results: made,
    transcripts,
    teamId: ground.teamId,
    looked: rows.map(({ id }) => id),
    checks: failed.map(({ path }) => path),
    session,
  };
}

/** Teams of as many monitors, all of them up. */
async function addOtherTeams(client: pg.Client, count: number, each: number): Promise<void> {
  await client.query(
    `with teams as (insert into team (name) select 'Other' from generate_series(0, ($1::int - 1) / $2::int) returning id),
     numbered as (select id, row_number() over () - 1 as number from teams),
     made as (
       insert into monitor (team_id, name, kind, target, target_hash, interval_s, time_limit_s, confirmations)
       select id, 'Mailhost ' || n, 'smtp', jsonb_build_object('host', 'mx' || n || '.hosting.example', 'port', 25), 0, 60, 15, 2
       from generate_series(0, $1::int - 1) as n join numbered on number = n / $2::int returning id)
     insert into health (monitor_id, status, since, last_slot_at, revision) select id, 'up', now(), now(), 1 from made`,
    [count, each],
  );
}
