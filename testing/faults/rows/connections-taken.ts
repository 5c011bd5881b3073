import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { prisma } from "#db/client.ts";
import { notify } from "#db/notify.ts";
import { env } from "#env.ts";
import type { Channel, Team } from "#prisma/generated/client.ts";
import { makeChannel, makeMonitor } from "#testing/makers.ts";
import { good } from "#testing/server/dialogues/good.ts";
import { loopbackAddress } from "../crowd.ts";
import { none, percentile, within, type Figure } from "../figure.ts";
import { untilTold } from "../outbox.ts";
import { EITHER_QUEUE, type Form, type Row } from "../row.ts";

const TOLD_WITHIN_MS = 15_000;
const BLOCKED_CHECKS = 50;
/** In the full form, longer than an unused connection of the worker is kept open. */
const ALERTS: Record<Form, { count: number; firstMs: number; apartMs: number }> = {
  short: { count: 2, firstMs: 1_000, apartMs: 1_000 },
  full: { count: 20, firstMs: 3_000, apartMs: 2_000 },
};

type During = (act: () => Promise<void>) => Promise<void>;

/** F08: alerts fall due while the connections are taken, by the worker's own checks or by somebody else. */
export const connectionsTaken: Row = {
  id: "F08",
  what: `alerts fall due while ${BLOCKED_CHECKS} checks wait for a lock with all connections of the worker's pool, and while somebody else has every connection PostgreSQL gives out (max_connections)`,
  queues: EITHER_QUEUE,
  testedWith: "redis",
  async run(scene, form) {
    const receiver = await scene.receiveMail();
    const server = await scene.play(good, { host: "0.0.0.0" });
    const monitorIds: number[] = [];
    for (let index = 0; index < BLOCKED_CHECKS; index += 1) {
      const target = { host: loopbackAddress(index), port: server.port, ehloName: "probe.example" };
      monitorIds.push((await makeMonitor(scene.team, { target, policy: { intervalS: 3600 } })).id);
    }
    const worker = await scene.startWorker({ SMTP_URL: receiver.url });
    const channel = await makeChannel(scene.team);
    const tell = (during: During) => latencies(scene.team, channel, ALERTS[form], during);

    const figures: Figure[] = [];
    const add = (when: string, tookMs: number[]) =>
      figures.push(
        within(`${when}: an alert is told after, median`, percentile(tookMs, 0.5), TOLD_WITHIN_MS),
        within(`${when}: an alert is told after, p99`, percentile(tookMs, 0.99), TOLD_WITHIN_MS),
      );
    add("nothing is wrong", await tell((act) => act()));
    add("the pool waits for a lock", await tell((act) => whileLocked(monitorIds, act)));
    add("no connection is left", await tell(whileTaken));
    return [...figures, none("workers that ended", worker.process.exitCode === null ? 0 : 1, 1)];
  },
};

/** Writes alerts that fall due one after the other, and how long after their time each of them was sent, in ms. */
async function latencies(
  team: Team,
  channel: Channel,
  { count, firstMs, apartMs }: (typeof ALERTS)[Form],
  during: During,
): Promise<number[]> {
  const due = Array.from({ length: count }, (_, index) => Date.now() + firstMs + index * apartMs);
  const message = { kind: "test", channelName: "Faults", url: "http://localhost/" };
  const alerts: { id: number; dueAt: number }[] = [];
  for (const dueAt of due) {
    const data = { teamId: team.id, channelId: channel.id, kind: "test", message, nextAttemptAt: new Date(dueAt) } as const;
    alerts.push({ id: (await prisma.delivery.create({ data })).id, dueAt });
  }
  await during(() => sleep(due.at(-1)! + 1_000 - Date.now()));
  await untilTold(60_000);
  const sent = await prisma.delivery.findMany({ where: { id: { in: alerts.map(({ id }) => id) }, status: "sent" } });
  return alerts.map(({ id, dueAt }) => {
    const finishedAt = sent.find((delivery) => delivery.id === id)?.finishedAt;
    return finishedAt ? finishedAt.getTime() - dueAt : Infinity;
  });
}

/** Locks the health of all monitors and asks for checks, which have to read it first. */
async function whileLocked(monitorIds: number[], act: () => Promise<void>): Promise<void> {
  const client = await connect();
  try {
    await client.query("begin");
    await client.query("lock table health in access exclusive mode");
    await prisma.checkRequest.createMany({ data: monitorIds.map((monitorId) => ({ monitorId })) });
    await notify("check_requested", "");
    await act();
  } finally {
    await client.end();
  }
}

/** Takes every connection there is, and every one that is given back. */
async function whileTaken(act: () => Promise<void>): Promise<void> {
  const taken: pg.Client[] = [];
  const over = new AbortController();
  const take = async () => {
    while (!over.signal.aborted) {
      const client = await connect().catch(() => null); // "sorry, too many clients already"
      if (client === null) await sleep(200);
      else taken.push(client);
    }
  };
  const taking = take();
  await act();
  over.abort();
  await taking;
  for (const client of taken) await client.end();
}

async function connect(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: env.DATABASE_URL, application_name: "somebody else" });
  client.on("error", () => undefined); // it is ours to end
  await client.connect();
  return client;
}
