import type pg from "pg";
import type { SmtpTarget } from "#core/monitor.ts";
import { targetHash } from "#core/schedule.ts";
import { loopbackHost } from "./loopback-host.ts";

/** A team with `count` monitors of an SMTP server at as many addresses of loopback. Returns the team's id. */
export async function makeMonitors(pool: pg.Pool, count: number, intervalS: number, port: number): Promise<number> {
  const targets = Array.from({ length: count }, (_, index): SmtpTarget => ({
    kind: "smtp",
    host: loopbackHost(index),
    port,
    tls: "none",
    ehloName: "bench.ehlowatch.test",
  }));
  const { rows } = await pool.query<{ id: number }>("insert into team (name) values ('Bench') returning id");
  const teamId = rows[0]!.id;
  await pool.query(
    `with made as (
       insert into monitor (team_id, name, kind, target, target_hash, interval_s, time_limit_s, confirmations)
       select $1, target->>'host', 'smtp', target, hash, $2, 10, 2 from unnest($3::jsonb[], $4::int[]) t(target, hash)
       returning id)
     insert into health (monitor_id) select id from made`,
    [teamId, intervalS, targets.map((target) => JSON.stringify(target)), targets.map(({ host }) => targetHash(host))],
  );
  return teamId;
}
