import { setTimeout as sleep } from "node:timers/promises";
import { ROAD_FAILS_AFTER_MS } from "#core/escalation/escalation.ts";
import { phaseOf } from "#core/schedule/schedule.ts";
import { prisma } from "#db/client.ts";
import { releaseDue } from "#db/delivery/release-due.ts";
import { makeChannel, makeMonitor } from "#testing/makers.ts";
import { makeIncident, tell } from "#testing/outbox.ts";
import { playTwilio, TWILIO_URL } from "#testing/provider/twilio.ts";
import { roadsTo } from "#testing/roads.ts";
import { good } from "#testing/server/dialogues/good.ts";
import { deliver } from "#worker/deliver.ts";
import { log } from "#worker/log.ts";
import { loopbackAddress } from "../crowd.ts";
import { exactly, inSeconds, none, percentile, told, within, type Figure } from "../figure.ts";
import { playRelay, TROUBLES, type Mood } from "../moody-relay.ts";
import { addAlert, countUnfinished, letWaitsEnd } from "../outbox.ts";
import { WHATEVER_QUEUE, type Row } from "../row.ts";
import { failWithTwoRoads, moveTold, textTookMs, type TwoRoads } from "../two-roads.ts";

const INTERVAL_S = 10;
const MONITORS = 10;
/** Whom the mail does not reach within three minutes is told by another road. */
const OTHER_ROAD_WITHIN_MS = 5 * 60_000;

/** F09: the relay that takes our messages says 421, then a byte a second, then is away; checks go on, and when it works again all is told. */
export const relayTrouble: Row = {
  id: "F09",
  what: "the only relay says 421, then answers a byte a second, then is away, while outages and their ends are told and monitors are checked, and somebody has a phone besides; when it is back the waits, up to an hour each, are moved into the past",
  queues: WHATEVER_QUEUE,
  testedWith: null,
  async run(scene, form) {
    // In the short form most of the time until the other road is taken is moved into the past.
    const { each, lastsMs, movedMs } =
      form === "full"
        ? { each: 20, lastsMs: 240_000, movedMs: 0 }
        : { each: 3, lastsMs: 20_000, movedMs: ROAD_FAILS_AFTER_MS - 5_000 };
    const receiver = await scene.receiveMail();
    const world: { mood: Mood } = { mood: "well" };
    const relay = await playRelay(world, Number(new URL(receiver.url).port));
    scene.atEnd(() => relay.close());
    const server = await scene.play(good, { host: "0.0.0.0" });
    const twilio = await playTwilio();
    const phone = TWILIO_URL.replace("twilio://", "twilio+http://").replace("api.twilio.com", new URL(twilio.origin).host);
    const worker = await scene.startWorker({ SMTP_URL: relay.url, PHONE_URLS: phone });
    const monitorIds: number[] = [];
    for (let index = 0; index < MONITORS; index += 1) {
      const target = { host: loopbackAddress(index), port: server.port, ehloName: "probe.example" };
      monitorIds.push((await makeMonitor(scene.team, { target, policy: { intervalS: INTERVAL_S } })).id);
    }

    await sleep(2 * INTERVAL_S * 1000); // they are being checked by then
    const from = Date.now();
    const names: string[] = [];
    const twoRoads: TwoRoads[] = [];
    for (const mood of TROUBLES) {
      world.mood = mood;
      const besides = await failWithTwoRoads(scene.team, `${mood.replaceAll(" ", "-")}-besides.`);
      twoRoads.push(besides);
      for (let n = 0; n < each; n += 1) {
        const monitor = await makeMonitor(scene.team, { name: `${mood}-${n}.`, pausedAt: new Date() });
        const [incident, channel] = [await makeIncident(monitor), await makeChannel(scene.team)];
        await tell("down", monitor, incident, channel);
        await tell("up", monitor, incident, channel);
        names.push(monitor.name);
      }
      if (movedMs > 0) await moveTold(besides, movedMs);
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
    await scene.startWorker({ SMTP_URL: relay.url, PHONE_URLS: phone });
    const backAt = Date.now();
    for (const end = backAt + 120_000; (await countUnfinished()) > 0 && Date.now() < end; await sleep(500)) await letWaitsEnd();
    const subjects = receiver.received.map(({ mail }) => mail.subject ?? "");
    const at = {
      all: (word: string, name: string) =>
        subjects.flatMap((subject, index) => (subject.startsWith(word) && subject.includes(name) ? [index] : [])),
      first: (word: string, name: string) => at.all(word, name)[0] ?? Infinity,
    };
    const copies = [
      ...names.flatMap((name) => [at.all("Down", name), at.all("Up again", name)]),
      ...twoRoads.map(({ name }) => at.all("Down", name)),
    ];
    return [
      none("slots without a result meanwhile", await countMissing(monitorIds, from, to)),
      within("checks late meanwhile, at p99", await lateAtP99(monitorIds, from, to), 2_000),
      ...(await otherRoad(twoRoads, movedMs)),
      none("mails that arrived meanwhile", arrivedMeanwhile),
      told("attempts meanwhile", String(attempts)),
      within("with a second relay, while the first says a byte a second: told after", isTold ? secondTookMs : Infinity, 30_000),
      exactly(
        "mails that arrived once it was back",
        subjects.filter((subject) => names.some((name) => subject.includes(name))).length,
        2 * names.length,
      ),
      none("mails that did not arrive, or twice", copies.filter((found) => found.length !== 1).length, copies.length),
      none(
        "ends told before their outage",
        names.filter((name) => at.first("Up again", name) < at.first("Down", name)).length,
        names.length,
      ),
      within("all told after", Date.now() - backAt, 120_000),
    ];
  },
};

/** What became of those who have a phone besides. */
async function otherRoad(twoRoads: readonly TwoRoads[], movedMs: number): Promise<Figure[]> {
  const moved = movedMs === 0 ? "" : `, ${inSeconds(movedMs)} of it moved into the past`;
  const took = await Promise.all(twoRoads.map(textTookMs));
  return took.map((ms, index) => within(`${TROUBLES[index]}: the contact's phone has it after${moved}`, ms, OTHER_ROAD_WITHIN_MS));
}

async function lateAtP99(monitorIds: readonly number[], from: number, to: number): Promise<number> {
  const slotAt = { gte: new Date(from), lt: new Date(to) };
  const results = await prisma.result.findMany({ where: { monitorId: { in: [...monitorIds] }, slotAt }, select: { lateMs: true } });
  return percentile(
    results.map(({ lateMs }) => lateMs),
    0.99,
  );
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
