import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { prisma } from "#db/client.ts";
import { stopListening } from "#db/listen.ts";
import { startMailReceiver, type MailReceiver } from "#testing/mail-receiver.ts";
import { makeChannel, makeMonitor, makeTeam } from "#testing/makers.ts";
import { makeIncident, tell } from "#testing/outbox.ts";
import { playTwilio, TWILIO_URL } from "#testing/provider/twilio.ts";
import { roadsTo } from "#testing/roads.ts";
import { play } from "#testing/server/play.ts";
import { hold } from "#testing/server/steps.ts";
import { untilSo } from "#testing/until.ts";
import { startDelivering } from "./deliver.ts";
import { log } from "./log.ts";
import { watchOutage } from "./outage.ts";
import { openQueues, type Queues } from "./queues.ts";

let receiver: MailReceiver;
let queues: Queues;
const outage = watchOutage(log, "the database");

beforeAll(async () => {
  receiver = await startMailReceiver();
  queues = await openQueues(log);
});
afterAll(async () => {
  await queues.close();
  await receiver.stop();
  await stopListening();
});

const start = () => startDelivering({ queues, log, outage, roads: roadsTo({ smtpUrls: [receiver.url] }) });
const subjects = () => receiver.received.map(({ mail }) => mail.subject);

test("what waits at the start, what comes later and a recovery behind its outage are told, in order and once, by two workers", async () => {
  const team = await makeTeam();
  const channel = await makeChannel(team);
  const early = await makeMonitor(team, { name: "early", channels: [channel] });
  const late = await makeMonitor(team, { name: "late", channels: [channel] });
  await tell("down", early, await makeIncident(early), channel);

  const stops = [start(), start()];
  await until(() => subjects().includes("Down: early — connect refused"));

  const incident = await makeIncident(late);
  await tell("down", late, incident, channel);
  await tell("up", late, incident, channel);
  await until(() => subjects().includes("Up again: late after 4 min"));
  for (const stop of stops) await stop();

  expect(subjects()).toEqual(["Down: early — connect refused", "Down: late — connect refused", "Up again: late after 4 min"]);
  expect(await prisma.delivery.count({ where: { status: "sent" } })).toBe(3);
});

test("what comes due without a notification is found by the sweep", async () => {
  const team = await makeTeam();
  const channel = await makeChannel(team);
  const monitor = await makeMonitor(team, { name: "lost", channels: [channel] });
  const deliveryId = await tell("down", monitor, await makeIncident(monitor), channel);
  await prisma.delivery.update({ where: { id: deliveryId }, data: { nextAttemptAt: new Date(Date.now() + 1_000) } });
  const stop = start();
  await until(() => subjects().includes("Down: lost — connect refused")); // nobody notified when its time came
  await stop();
});

test("a relay that hangs holds up mail, and no other road", async () => {
  const [team, hanging, twilio] = [await makeTeam(), await play([hold]), await playTwilio()];
  for (let n = 0; n < 25; n++) {
    const monitor = await makeMonitor(team, { name: `hangs-${n}` });
    await tell("down", monitor, await makeIncident(monitor), await makeChannel(team));
  }
  const phoneUrls = [TWILIO_URL.replace("twilio://", "twilio+http://").replace("api.twilio.com", new URL(twilio.origin).host)];
  const roads = roadsTo({ smtpUrls: [`smtp://127.0.0.1:${hanging.port}`], phoneUrls });
  const stop = startDelivering({ queues, log, outage, roads });
  await untilSo(
    () => prisma.delivery.count({ where: { teamId: team.id, status: "sending" } }),
    (sending) => sending === 20,
    15_000,
  );

  const config = { number: "+4915123456789" };
  const text = await prisma.channel.create({
    data: { teamId: team.id, kind: "sms", name: "Text", config, verifiedAt: new Date() },
  });
  const monitor = await makeMonitor(team, { name: "told" });
  await tell("down", monitor, await makeIncident(monitor), text);
  await until(() => twilio.posts.length === 1);
  await hanging.close();
  await stop();
});

async function until(isTrue: () => boolean, withinMs = 15_000): Promise<void> {
  for (const end = Date.now() + withinMs; !isTrue(); await sleep(20)) {
    if (Date.now() > end) throw new Error(`not within ${withinMs} ms; arrived: ${subjects().join(" | ")}`);
  }
}
