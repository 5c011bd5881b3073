import { setTimeout as sleep } from "node:timers/promises";
import { prisma } from "#db/client.ts";
import { notify } from "#db/notify.ts";
import { pool } from "#db/pool.ts";
import { loopbackAddress, makeCrowd } from "#testing/faults/crowd.ts";
import { percentile } from "#testing/faults/figure.ts";
import { makeChannel, makeMonitor, makeTeam } from "#testing/makers.ts";
import { play } from "#testing/server/play.ts";
import { close, send } from "#testing/server/steps.ts";
import { spawnWorker } from "#testing/spawn-worker.ts";

/** From the moment an outage is sure, in ms: until each message was with the mail server, and until the first of each channel was. */
export type HandedOver = { monitors: number; channels: number; messages: number; first: Spread; most: number };
export type Spread = { p50: number; p99: number; most: number };

const REFUSES = [send("554 No SMTP service here\r\n"), close];
const POLICY = { intervalS: 3_600, confirmations: 0 };
/** As good as never: only what is asked for is checked. */
const NEVER_DUE = { intervalS: 86_400, confirmations: 0 };

/** Those that find the worker just started are not counted. */
const TO_WARM_UP = 5;

/** One outage after the other, each of a monitor with a channel of its own, `everyMs`. */
export async function fallOneByOne(count: number, everyMs: number, smtpUrl: string): Promise<Spread> {
  return withWorker(smtpUrl, async (port) => {
    const team = await makeTeam();
    const monitorIds: number[] = [];
    for (let n = 0; n < TO_WARM_UP + count; n += 1) {
      const wishes = { target: { host: loopbackAddress(n), port }, policy: NEVER_DUE, channels: [await makeChannel(team)] };
      monitorIds.push((await makeMonitor(team, wishes)).id);
    }
    for (const monitorId of monitorIds) {
      await prisma.checkRequest.create({ data: { monitorId } });
      await notify("check_requested", "");
      await sleep(everyMs);
    }
    await untilTold(TO_WARM_UP + count);
    const inOrder = (await handOvers()).toSorted((a, b) => a.addedAt - b.addedAt);
    return spread(inOrder.slice(TO_WARM_UP).map(({ tookMs }) => tookMs));
  });
}

/** Monitors that are due at one second and all fail, told on so many channels. */
export async function fallAtOnce(monitors: number, channels: number, smtpUrl: string): Promise<HandedOver> {
  return withWorker(smtpUrl, async (port) => {
    const team = await makeTeam();
    const { monitorIds } = await makeCrowd(team, { count: monitors, port, policy: POLICY });
    const channelIds: number[] = [];
    for (let n = 0; n < channels; n += 1) channelIds.push((await makeChannel(team)).id);
    const data = monitorIds.map((monitorId, index) => ({ monitorId, channelId: channelIds[index % channels]! }));
    await prisma.monitorChannel.createMany({ data });
    await untilTold(monitors);
    const all = await handOvers();
    const byChannel = channelIds.map((channelId) => all.filter((each) => each.channelId === channelId));
    return {
      monitors,
      channels,
      messages: all.length,
      first: spread(
        byChannel.map((of) => Math.min(...of.map(({ endedAt }) => endedAt)) - Math.min(...of.map(({ addedAt }) => addedAt))),
      ),
      most: Math.max(...byChannel.map((of) => of.length)),
    };
  });
}

async function withWorker<T>(smtpUrl: string, act: (port: number) => Promise<T>): Promise<T> {
  const server = await play(REFUSES, { host: "0.0.0.0" });
  const worker = await spawnWorker({ SMTP_URL: smtpUrl, LOG_LEVEL: "info", NODE_ENV: "production" });
  try {
    return await act(server.port);
  } finally {
    await worker.end("SIGTERM");
    await server.close();
    await pool.query("delete from team");
  }
}

async function untilTold(incidents: number): Promise<void> {
  for (const end = Date.now() + 900_000; Date.now() < end; await sleep(500)) {
    const { rows } = await pool.query<{ left: number; there: number }>(
      `select count(*) filter (where status <> 'sent')::int as left, count(*) filter (where kind <> 'digest')::int as there from delivery`,
    );
    if (rows[0]!.left === 0 && rows[0]!.there === incidents) return;
  }
  throw new Error("Not all was told within fifteen minutes.");
}

type HandOver = { channelId: number; addedAt: number; endedAt: number; tookMs: number };

/** Messages that went out: when word of the (oldest) outage was written, which is when it was sure, and when a mail server had it. */
async function handOvers(): Promise<HandOver[]> {
  const { rows } = await pool.query<HandOver>(
    `select *, "endedAt" - "addedAt" as "tookMs" from (
       select d.channel_id as "channelId",
         (extract(epoch from coalesce((select min(created_at) from delivery where gathered_in = d.id), d.created_at)) * 1000)::float8 as "addedAt",
         (extract(epoch from t.at) * 1000 + t.took_ms)::float8 as "endedAt"
       from delivery d join delivery_attempt t on t.delivery_id = d.id and t.outcome = 'sent') as sent`,
  );
  return rows;
}

function spread(values: readonly number[]): Spread {
  return { p50: percentile(values, 0.5), p99: percentile(values, 0.99), most: Math.max(...values) };
}
