import type pg from "pg";
import type { SmtpTarget, TlsMode } from "#core/monitor/monitor.ts";
import { targetHash } from "#core/schedule/schedule.ts";
import { loopbackHost } from "./loopback-host.ts";

const MONITORS_PER_TEAM = 100;

/** What they watch: an SMTP server at as many addresses of loopback as there are monitors. */
export type Watched = { port: number; intervalS: number; tls?: TlsMode; ca?: string };

/** Makes `count` monitors, in teams of a hundred. */
export async function makeMonitors(pool: pg.Pool, count: number, { port, intervalS, tls = "none", ca }: Watched): Promise<void> {
  const targets = Array.from({ length: count }, (_, index): SmtpTarget => ({
    kind: "smtp",
    host: loopbackHost(index),
    port,
    tls,
    ehloName: "bench.ehlowatch.test",
    ...(ca === undefined ? {} : { trust: { ca, except: "name" } }),
  }));
  const { rows } = await pool.query<{ id: number }>(
    "insert into team (name) select 'Bench' from generate_series(1, $1) returning id",
    [Math.ceil(count / MONITORS_PER_TEAM)],
  );
  await pool.query(
    `with made as (
       insert into monitor (team_id, name, kind, target, target_hash, interval_s, time_limit_s, confirmations)
       select team, target->>'host', 'smtp', target, hash, $2, 10, 2 from unnest($1::int[], $3::jsonb[], $4::int[]) t(team, target, hash)
       returning id)
     insert into health (monitor_id) select id from made`,
    [
      targets.map((_, index) => rows[Math.floor(index / MONITORS_PER_TEAM)]!.id),
      intervalS,
      targets.map((target) => JSON.stringify(target)),
      targets.map(({ host }) => targetHash(host)),
    ],
  );
}
