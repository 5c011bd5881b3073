import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { WINDOW_S } from "#core/schedule/schedule.ts";
import { startOwnPostgres } from "#testing/own-postgres.ts";
import { startToldDns } from "#testing/real/told-dns.ts";
import { startSmtpSink } from "#testing/smtp-sink.ts";
import { spawnWorker } from "#testing/spawn-worker.ts";
import { makeMonitors } from "../make-monitors.ts";
import { startStarttlsServer } from "../probe/start-starttls-server.ts";
import { costOf } from "../process-cost.ts";
import { testRecords } from "./listed-zones.ts";
import { domainRecords, makeWatched } from "./make-watched.ts";

export type Kind = "smtp" | "domain" | "blocklist";

/** How many checks of a kind there were, how many slots it had, how late they began in ms, and how many could not tell. */
export type KindFigures = { kind: Kind; checks: number; p50: number; p95: number; p99: number; max: number; unknown: number };

/** `cpuMs` is that of the worker in a second, `questions` those that the DNS got in one. */
export type DomainsFigures = { kinds: KindFigures[]; cpuMs: number; questions: number; workerBytes: number; complaints: string[] };

export type Fleet = { plain: number; domains: number; addresses: number; seconds: number };

const PLAIN_INTERVAL_S = 60;
const SETTLE_MS = 4_000;
/** Pino's number for the level. */
const WARN = 40;

/** Lets one worker watch all of them at once, as `npm start` runs one, every server in a process of its own on this machine. */
export async function measureDomains({ plain, domains, addresses, seconds }: Fleet): Promise<DomainsFigures> {
  const ends: (() => unknown)[] = [];
  try {
    const sink = await startSmtpSink();
    ends.push(() => sink.stop());
    const mail = await startStarttlsServer("ecdsa", "0.0.0.0");
    ends.push(() => mail.stop());
    const dns = await startToldDns([...domainRecords(domains), ...testRecords()]);
    ends.push(() => dns.remove());
    const database = await startOwnPostgres();
    ends.push(() => database.remove());
    const pool = new pg.Pool({ connectionString: database.url });
    pool.on("error", () => undefined);
    ends.push(() => pool.end());
    await makeMonitors(pool, plain, { port: sink.port, intervalS: PLAIN_INTERVAL_S });
    await makeWatched(pool, { domains, addresses, port: mail.target.port });
    await pool.query("vacuum analyze");
    const worker = await spawnWorker({
      NODE_ENV: "production",
      DATABASE_URL: database.url,
      DNS_SERVERS: dns.address,
      RDAP_BOOTSTRAP: "off",
      NEXTAUTH_SECRET: randomBytes(32).toString("hex"),
      SECRETS_KEY: randomBytes(32).toString("base64"),
    });
    ends.push(() => worker.end("SIGTERM"));

    await sleep((2 * WINDOW_S + PLAIN_INTERVAL_S) * 1_000);
    const from = new Date();
    const before = { ...costOf(worker.process.pid!), questions: await dns.questions() };
    await sleep(seconds * 1_000);
    const after = { ...costOf(worker.process.pid!), questions: await dns.questions() };
    const to = new Date();
    await sleep(SETTLE_MS);
    const { rows } = await pool.query<KindFigures>(
      `select kind, count(*)::int as checks, count(*) filter (where result.status = 'unknown')::int as unknown,
              percentile_disc(0.5) within group (order by late_ms) as p50, percentile_disc(0.95) within group (order by late_ms) as p95,
              percentile_disc(0.99) within group (order by late_ms) as p99, max(late_ms) as max
       from result join monitor on monitor.id = monitor_id where slot_at >= $1 and slot_at < $2 group by kind order by kind`,
      [from, to],
    );
    return {
      kinds: rows,
      cpuMs: (after.cpuUs - before.cpuUs) / 1_000 / seconds,
      questions: (after.questions - before.questions) / seconds,
      workerBytes: after.rssBytes,
      complaints: worker.log().flatMap(({ level, msg }) => (level >= WARN ? [msg] : [])),
    };
  } finally {
    for (const end of ends.toReversed()) await end();
  }
}
