import type { PoolClient } from "pg";
import { DEFAULT_POLICY, type SmtpTarget } from "#core/monitor/monitor.ts";
import { targetHash } from "#core/schedule/schedule.ts";
import type { PathTestTarget } from "#core/system/path-test.ts";
import { env } from "#env.ts";
import { jsonb } from "../jsonb.ts";
import { notify } from "../notify.ts";
import { inTransaction } from "../transaction.ts";

/** What is checked, and how often. */
export type PathTestWishes = { target: PathTestTarget; everyS: number };

/** A check of it that takes longer has failed. */
const TIME_LIMIT_S = 10;
const NAME = "Path test";

/**
 * Sees to it that there is a path test as it is wished, or none: a monitor like any other, of a team that nobody belongs to and that tells nobody
 * of its incidents. Returns what was done, if anything.
 */
export async function keepPathTest(wishes: PathTestWishes | null): Promise<"begun" | "changed" | "ended" | null> {
  return inTransaction(async (client) => {
    await client.query("select pg_advisory_xact_lock(hashtext('ehlowatch path test'))"); // one row, and one who makes it
    const { rows } = await client.query<{ monitorId: number; teamId: number }>(
      `select p.monitor_id as "monitorId", m.team_id as "teamId" from path_test p join monitor m on m.id = p.monitor_id`,
    );
    const [there] = rows;
    if (wishes === null) return there ? end(client, there) : null;
    return there ? change(client, there.monitorId, wishes) : begin(client, wishes);
  });
}

async function begin(client: PoolClient, { target, everyS }: PathTestWishes): Promise<"begun"> {
  const team = await client.query<{ id: number }>("insert into team (name) values ($1) returning id", [NAME]);
  const teamId = team.rows[0]!.id;
  const channel = await client.query<{ id: number }>(
    `insert into channel (team_id, kind, name, config, leads_to, verified_at) values ($1, 'webhook', $2, '{}', 'the outside watcher', now()) returning id`,
    [teamId, NAME],
  );
  const monitor = await client.query<{ id: number }>(
    `insert into monitor (team_id, name, kind, target, target_hash, interval_s, time_limit_s, confirmations, incident_from, tell_of)
     values ($1, $2, 'smtp', $3, $4, $5, $6, 0, $7, '{}') returning id`,
    [teamId, NAME, jsonb(targetOf(target)), targetHash(target.host), everyS, TIME_LIMIT_S, DEFAULT_POLICY.incidentFrom],
  );
  const monitorId = monitor.rows[0]!.id;
  await client.query("insert into health (monitor_id) values ($1)", [monitorId]);
  await client.query("insert into path_test (monitor_id, channel_id) values ($1, $2)", [monitorId, channel.rows[0]!.id]);
  return "begun";
}

async function change(client: PoolClient, monitorId: number, { target, everyS }: PathTestWishes): Promise<"changed" | null> {
  const { rowCount } = await client.query(
    `update monitor set target = $2, target_hash = $3, interval_s = $4, revision = revision + 1
     where id = $1 and (target <> $2 or interval_s <> $4)`,
    [monitorId, jsonb(targetOf(target)), targetHash(target.host), everyS],
  );
  if (!rowCount) return null;
  await notify("monitor_changed", String(monitorId), client);
  return "changed";
}

async function end(client: PoolClient, { monitorId, teamId }: { monitorId: number; teamId: number }): Promise<"ended"> {
  await client.query("delete from team where id = $1", [teamId]);
  await notify("monitor_changed", String(monitorId), client);
  return "ended";
}

/** As far as the greeting: that a server talks to us is all there is to show. */
function targetOf({ host, port }: PathTestTarget): SmtpTarget {
  return { kind: "smtp", host, port, tls: "none", ehloName: env.EHLO_NAME, until: "greeting" };
}
