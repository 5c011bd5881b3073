import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { phaseOf } from "#core/schedule.ts";
import { prisma } from "#db/client.ts";
import { releaseDue } from "#db/delivery/release-due.ts";
import { makeChannel, makeMonitor } from "#testing/makers.ts";
import { makeIncident, tell } from "#testing/outbox.ts";
import { roadsTo } from "#testing/roads.ts";
import { good } from "#testing/server/dialogues/good.ts";
import { deliver } from "#worker/deliver.ts";
import { log } from "#worker/log.ts";
import { loopbackAddress } from "../crowd.ts";
import { exactly, none, told, within } from "../figure.ts";
import { addAlert, countUnfinished, letWaitsEnd } from "../outbox.ts";
import { WHATEVER_QUEUE, type Row } from "../row.ts";

const INTERVAL_S = 10;
const MONITORS = 10;
const TROUBLES = ["421", "a byte a second", "away"] as const;
type Mood = (typeof TROUBLES)[number] | "well";

/** F09: the relay that takes our messages says 421, then a byte a second, then is away; checks go on, and when it works again all is told. */
export const relayTrouble: Row = {
  id: "F09",
  what: "the only relay says 421, then answers a byte a second, then is away, while outages and their ends are told and monitors are checked; when it is back the waits, up to an hour each, are moved into the past",
  queues: WHATEVER_QUEUE,
  testedWith: null,
  async run(scene, form) {
    const { each, lastsMs } = form === "full" ? { each: 20, lastsMs: 120_000 } : { each: 3, lastsMs: 12_000 };
    const receiver = await scene.receiveMail();
    const world: { mood: Mood } = { mood: "well" };
    const relay = await playRelay(world, Number(new URL(receiver.url).port));
    scene.atEnd(() => relay.close());
    const server = await scene.play(good, { host: "0.0.0.0" });
    const worker = await scene.startWorker({ SMTP_URL: relay.url });
    const monitorIds: number[] = [];
    for (let index = 0; index < MONITORS; index += 1) {
      const target = { host: loopbackAddress(index), port: server.port, ehloName: "probe.example" };
      monitorIds.push((await makeMonitor(scene.team, { target, policy: { intervalS: INTERVAL_S } })).id);
    }

    await sleep(2 * INTERVAL_S * 1000); // they are being checked by then
    const from = Date.now();
    const names: string[] = [];
    for (const mood of TROUBLES) {
      world.mood = mood;
      for (let n = 0; n < each; n += 1) {
        const monitor = await makeMonitor(scene.team, { name: `${mood}-${n}.`, pausedAt: new Date() });
        const [incident, channel] = [await makeIncident(monitor), await makeChannel(scene.team)];
        await tell("down", monitor, incident, channel);
        await tell("up", monitor, incident, channel);
        names.push(monitor.name);
      }
      await sleep(lastsMs);
    }
    const to = Date.now();
    const arrivedMeanwhile = receiver.received.length;
    const attempts = await prisma.deliveryAttempt.count();

    await worker.end("SIGTERM"); // which would take the next one, too
    world.mood = "a byte a second";
    const { deliveryId } = await addAlert(scene.team);
    const sentFrom = Date.now();
    await releaseDue();
    await deliver(deliveryId, roadsTo({ smtpUrls: [relay.url, receiver.url] }), log);
    const secondTookMs = Date.now() - sentFrom;
    const isTold = (await prisma.delivery.findUniqueOrThrow({ where: { id: deliveryId } })).status === "sent";

    world.mood = "well";
    await scene.startWorker({ SMTP_URL: relay.url });
    const backAt = Date.now();
    for (const end = backAt + 120_000; (await countUnfinished()) > 0 && Date.now() < end; await sleep(500)) await letWaitsEnd();
    const subjects = receiver.received.map(({ mail }) => mail.subject ?? "");
    const at = (word: string, name: string) => subjects.findIndex((subject) => subject.startsWith(word) && subject.includes(name));
    return [
      none("slots without a result meanwhile", await countMissing(monitorIds, from, to)),
      none("mails that arrived meanwhile", arrivedMeanwhile),
      told("attempts meanwhile", String(attempts)),
      within("with a second relay, while the first says a byte a second: told after", isTold ? secondTookMs : Infinity, 30_000),
      exactly(
        "mails that arrived once it was back",
        subjects.filter((subject) => names.some((name) => subject.includes(name))).length,
        2 * names.length,
      ),
      none("ends told before their outage", names.filter((name) => at("Up again", name) < at("Down", name)).length, names.length),
      within("all told after", Date.now() - backAt, 120_000),
    ];
  },
};

/** A relay in front of a mail server, in one mood or another. */
async function playRelay(world: { mood: Mood }, port: number): Promise<{ url: string; close(): void }> {
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    sockets.add(client);
    client.on("error", () => client.destroy()).on("close", () => sockets.delete(client));
    if (world.mood === "away") return void client.resetAndDestroy();
    if (world.mood === "421") return void client.end("421 4.3.2 Service not available\r\n");
    if (world.mood === "a byte a second") {
      const timer = setInterval(() => client.write("2"), 1_000);
      client.on("close", () => clearInterval(timer));
      return;
    }
    const onward = connect({ host: "127.0.0.1", port });
    onward.on("error", () => client.destroy());
    client.pipe(onward).pipe(client);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      sockets.forEach((socket) => socket.destroy());
      server.close();
    },
  };
}

/** Slots that lay well within a stretch of time and have no result. */
async function countMissing(monitorIds: readonly number[], from: number, to: number): Promise<number> {
  const results = await prisma.result.findMany({
    where: { monitorId: { in: [...monitorIds] } },
    select: { monitorId: true, slotAt: true },
  });
  const there = new Set(results.map(({ monitorId, slotAt }) => `${monitorId} ${slotAt.getTime()}`));
  const margin = 3 * INTERVAL_S;
  const seconds = Array.from({ length: Math.floor((to - from) / 1_000) - margin }, (_, index) => Math.ceil(from / 1_000) + index);
  const slots = monitorIds.flatMap((id) =>
    seconds.filter((s) => s % INTERVAL_S === phaseOf(id, INTERVAL_S)).map((s) => `${id} ${s * 1_000}`),
  );
  return slots.filter((slot) => !there.has(slot)).length;
}
