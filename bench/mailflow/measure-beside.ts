import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { mailflowTarget } from "#core/mailflow/mailflow-target.ts";
import { targetHash, WINDOW_S } from "#core/schedule/schedule.ts";
import { startOwnPostgres } from "#testing/own-postgres.ts";
import type { MailChain } from "#testing/real/mail-chain.ts";
import { startSmtpSink } from "#testing/smtp-sink.ts";
import { spawnWorker } from "#testing/spawn-worker.ts";
import { loopbackHost } from "../loopback-host.ts";
import { makeMonitors } from "../make-monitors.ts";
import { costOf } from "../process-cost.ts";
import { roundTrip } from "./round-trip.ts";

/**
 * How late plain checks began, in ms, before the round trips and beside them. Of those: how many were up and found their message, how long all of
 * them took together, and the most that the worker held meanwhile.
 */
export type BesideFigures = {
  alone: Lateness;
  beside: Lateness;
  up: number;
  found: number;
  tookMs: number;
  workerBytes: number;
};
export type Lateness = { checks: number; p50: number; p99: number; max: number };

const INTERVAL_S = 10;
const ALONE_S = 30;
const WITHIN_MS = 120_000;
const SETTLE_MS = 3_000;

/** Lets one worker run so many round trips at once beside plain checks. */
export async function measureBeside(chain: MailChain, trips: number, plain: number): Promise<BesideFigures> {
  const ends: (() => unknown)[] = [];
  try {
    const sink = await startSmtpSink();
    ends.push(() => sink.stop());
    const database = await startOwnPostgres();
    ends.push(() => database.remove());
    const env = {
      DATABASE_URL: database.url,
      NEXTAUTH_SECRET: randomBytes(32).toString("hex"),
      SECRETS_KEY: randomBytes(32).toString("base64"),
    };
    Object.assign(process.env, env);
    const pool = new pg.Pool({ connectionString: database.url });
    pool.on("error", () => undefined);
    ends.push(() => pool.end());
    await makeMonitors(pool, plain, { port: sink.port, intervalS: INTERVAL_S });
    const monitorIds = await makeRoundTrips(pool, chain, trips);
    const worker = await spawnWorker({ ...env, NODE_ENV: "production" });
    ends.push(() => worker.end("SIGTERM"));

    await sleep((2 * WINDOW_S + INTERVAL_S) * 1000);
    const before = new Date();
    await sleep(ALONE_S * 1000);
    const from = new Date(Math.floor(Date.now() / 1000) * 1000); // a check that is asked for has the slot of its second
    await pool.query("insert into check_request (monitor_id) select unnest($1::int[])", [monitorIds]);
    await pool.query("notify check_requested");
    const workerBytes = await untilAllEnded(pool, monitorIds, worker.process.pid!, from);
    const to = new Date();
    await sleep(SETTLE_MS);
    const { rows } = await pool.query<{ up: number; found: number }>(
      `select (select count(*)::int from result where monitor_id = any($1) and slot_at >= $2 and status = 'up') as up,
              (select count(*)::int from mailflow_run where slot_at >= $2 and found_at is not null) as found`,
      [monitorIds, from],
    );
    return {
      alone: await latenessOf(pool, monitorIds, before, from),
      beside: await latenessOf(pool, monitorIds, from, to),
      ...rows[0]!,
      tookMs: to.getTime() - from.getTime(),
      workerBytes,
    };
  } finally {
    for (const end of ends.toReversed()) await end();
  }
}

/** Monitors that nobody is due to check within the hour, each at an address of its own and with a mailbox of its own. */
async function makeRoundTrips(pool: pg.Pool, chain: MailChain, trips: number): Promise<number[]> {
  const { sealSecret } = await import("#db/secret/seal-secret.ts"); // it reads the environment that was just made
  const { rows: teams } = await pool.query<{ id: number }>("insert into team (name) values ('Round trips') returning id");
  const teamId = teams[0]!.id;
  const ids: number[] = [];
  for (let index = 0; index < trips; index++) {
    const host = loopbackHost(30_000 + index);
    const { target } = mailflowTarget(roundTrip(chain, host, index));
    const { rows } = await pool.query<{ id: number }>(
      `insert into monitor (team_id, name, kind, target, target_hash, interval_s, time_limit_s, confirmations)
       values ($1, $2, 'mailflow', $3, $4, 3600, 60, 0) returning id`,
      [teamId, host, JSON.stringify(target), targetHash(host)],
    );
    const monitorId = rows[0]!.id;
    const secret = sealSecret({ teamId, monitorId }, JSON.stringify({ password: chain.users[index]!.password }));
    await pool.query("update monitor set secret = $2 where id = $1", [monitorId, secret]);
    await pool.query("insert into health (monitor_id) values ($1)", [monitorId]);
    ids.push(monitorId);
  }
  return ids;
}

/** Waits until each has a result; returns the most bytes that the worker held on the way. */
async function untilAllEnded(pool: pg.Pool, monitorIds: number[], workerPid: number, from: Date): Promise<number> {
  let most = 0;
  const endsAtMs = performance.now() + WITHIN_MS;
  while (performance.now() < endsAtMs) {
    most = Math.max(most, costOf(workerPid).rssBytes);
    const { rows } = await pool.query<{ ended: number }>(
      "select count(distinct monitor_id)::int as ended from result where monitor_id = any($1) and slot_at >= $2",
      [monitorIds, from],
    );
    if (rows[0]!.ended === monitorIds.length) break;
    await sleep(250);
  }
  return most;
}

async function latenessOf(pool: pg.Pool, others: number[], from: Date, to: Date): Promise<Lateness> {
  const { rows } = await pool.query<Lateness>(
    `select count(*)::int as checks, percentile_disc(0.5) within group (order by late_ms) as p50,
            percentile_disc(0.99) within group (order by late_ms) as p99, max(late_ms) as max
     from result where monitor_id <> all($1) and slot_at >= $2 and slot_at < $3`,
    [others, from, to],
  );
  return rows[0]!;
}
