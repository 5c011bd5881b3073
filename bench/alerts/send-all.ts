import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pool } from "#db/pool.ts";
import { makeTeam } from "#testing/makers.ts";
import type { OwnPostgres } from "#testing/own-postgres.ts";
import { costOf } from "../process-cost.ts";
import { fillOutbox } from "./fill-outbox.ts";
import { playProviders } from "./providers.ts";

/** What sending so many took: deliveries a second, CPU of the worker and of PostgreSQL for one (µs), and what did not go out at first. */
export type Sent = {
  count: number;
  kinds: number;
  perSecond: number;
  workerUs: number;
  postgresUs: number;
  retried: number;
  failed: number;
};

/** Sends what waits in the outbox on channels of every kind, by one worker, from the moment all of it is there. */
export async function sendAll(count: number, smtpUrl: string, postgres: OwnPostgres): Promise<Sent> {
  const { settings, leads } = await playProviders();
  await fillOutbox(await makeTeam(), count, settings);
  const sender = await startSender(leads, smtpUrl);
  try {
    const before = { worker: costOf(sender.pid!).cpuUs, postgres: costOf(postgres.pid()).cpuUs };
    const from = performance.now();
    while ((await countState("status in ('pending', 'sending', 'gathered')")) > 0) await sleep(200);
    const tookS = (performance.now() - from) / 1_000;
    return {
      count,
      kinds: settings.length,
      perSecond: count / tookS,
      workerUs: (costOf(sender.pid!).cpuUs - before.worker) / count,
      postgresUs: (costOf(postgres.pid()).cpuUs - before.postgres) / count,
      retried: await countState("attempts > 1"),
      failed: await countState("status <> 'sent'"),
    };
  } finally {
    sender.kill("SIGTERM");
    await pool.query("delete from team");
  }
}

async function startSender(leads: Record<string, string>, smtpUrl: string): Promise<ChildProcess> {
  const file = path.join(import.meta.dirname, "sender.ts");
  const sender = spawn(process.execPath, ["--import", "tsx", file, JSON.stringify(leads)], {
    env: { ...process.env, SMTP_URL: smtpUrl, LOG_LEVEL: "fatal", NODE_ENV: "production" },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  await once(sender, "message");
  return sender;
}

async function countState(condition: string): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(`select count(*)::int as count from delivery where ${condition}`);
  return rows[0]!.count;
}
