import { RETRY_FOR_MS } from "#core/message/retry.ts";
import { prisma } from "#db/client.ts";
import { listDeliveries } from "#db/delivery/list-deliveries.ts";
import { releaseDue } from "#db/delivery/release-due.ts";
import { pool } from "#db/pool.ts";
import { makeChannel } from "#testing/makers.ts";
import { roadsTo } from "#testing/roads.ts";
import { expect, hold, reset, send, type Dialogue } from "#testing/server/steps.ts";
import { deliver } from "#worker/deliver.ts";
import { log } from "#worker/log.ts";
import type { Roads } from "#worker/roads.ts";
import { exactly, inSeconds, none, told, within, type Figure } from "../figure.ts";
import { addAlert, copiesOf, untilTold } from "../outbox.ts";
import { WHATEVER_QUEUE, type Row } from "../row.ts";
import type { Scene } from "../scene.ts";

const HOUR_MS = 3_600_000;

/** Takes a mail, says so, and breaks off before anything else. */
const takesAndBreaksOff: Dialogue = [
  send("220 mx.example ESMTP\r\n"),
  expect(/^EHLO /),
  send("250 mx.example\r\n"),
  expect(/^MAIL FROM/),
  send("250 2.1.0 ok\r\n"),
  expect(/^RCPT TO/),
  send("250 2.1.5 ok\r\n"),
  expect(/^DATA$/),
  send("354 go on\r\n"),
  async (player) => {
    while ((await player.line()) !== ".") continue;
  },
  send("250 2.0.0 taken\r\n"),
  (player) => player.wait(50),
  reset,
];

/** C13: the mail server that takes our messages refuses for now, for good, hangs, takes one and breaks off. */
export const providerTrouble: Row = {
  id: "C13",
  what: "the mail server refuses for now (450) and for good (550), hangs, takes a mail (250) and breaks off; the hours of a back-off are moved into the past",
  queues: WHATEVER_QUEUE,
  testedWith: "postgresql",
  async run(scene, form) {
    return [
      ...(await refusedForNow(scene, form === "full" ? 3 : 1)),
      ...(await refusedForADay(scene)),
      ...(await refusedForGood(scene)),
      ...(await takenAndBrokenOff(scene)),
      ...(form === "full" ? await hanging(scene) : []),
    ];
  },
};

/** As a whole worker meets it, in real time. */
async function refusedForNow(scene: Scene, times: number): Promise<Figure[]> {
  let left = times;
  const refuse = () => (left-- > 0 ? { code: 450, text: "4.2.1 Greylisted" } : undefined);
  const receiver = await scene.receiveMail({ rcpt: refuse });
  const worker = await scene.startWorker({ SMTP_URL: receiver.url });
  const from = Date.now();
  const alert = await addAlert(scene.team);
  await untilTold(120_000);
  const tookMs = Date.now() - from;
  await worker.end("SIGTERM");
  const longestMs = 1.25 * 5_000 * (2 ** times - 1) + 10_000;
  return [
    within(`refused for now ${times} times: delivered after`, tookMs, longestMs),
    exactly("copies of it that arrived", copiesOf(alert, receiver.received).length, 1),
  ];
}

async function refusedForADay(scene: Scene): Promise<Figure[]> {
  const receiver = await scene.receiveMail({ rcpt: () => ({ code: 450, text: "4.2.1 Try again" }) });
  const channel = await makeChannel(scene.team);
  const { deliveryId } = await addAlert(scene.team, channel);
  const waits: number[] = [];
  for (;;) {
    await attempt(deliveryId, roadsTo({ smtpUrls: [receiver.url] }));
    const { status, nextAttemptAt, createdAt } = await prisma.delivery.findUniqueOrThrow({ where: { id: deliveryId } });
    if (status !== "pending") break;
    const waitMs = nextAttemptAt.getTime() - Date.now();
    waits.push(waitMs);
    const data = { nextAttemptAt: new Date(), createdAt: new Date(createdAt.getTime() - waitMs) };
    await prisma.delivery.update({ where: { id: deliveryId }, data });
  }
  const [shown] = await listDeliveries(scene.team.id, channel.id, 1);
  const events = await prisma.incidentEvent.findMany({ where: { incident: { deliveries: { some: { id: deliveryId } } } } });
  const lasted = waits.reduce((sum, waitMs) => sum + waitMs, 0);
  return [
    told(
      "refused for now, always: attempts, and hours until it is given up",
      `${shown!.tries.length}, ${(lasted / HOUR_MS).toFixed(1)} h`,
    ),
    none("hours over the day", Math.max(0, Math.ceil((lasted - RETRY_FOR_MS) / HOUR_MS))),
    told("waits, shortest and longest", `${inSeconds(Math.min(...waits))}, ${(Math.max(...waits) / 60_000).toFixed(0)} min`),
    none("equal waits among the hourly ones", repeats(waits.filter((waitMs) => waitMs > HOUR_MS / 2).map(Math.round))),
    exactly("its owner sees it failed, with every attempt", shown!.status === "failed" ? shown!.tries.length : 0, waits.length + 1),
    exactly("and so in the incident's timeline", events.filter(({ kind }) => kind === "told").length, waits.length + 1),
  ];
}

async function attempt(deliveryId: number, roads: Roads): Promise<void> {
  await releaseDue();
  await deliver(deliveryId, roads, log);
}

function repeats(values: number[]): number {
  return values.length - new Set(values).size;
}

async function refusedForGood(scene: Scene): Promise<Figure[]> {
  const receiver = await scene.receiveMail({ rcpt: () => ({ code: 550, text: "5.1.1 No such user" }) });
  const { deliveryId } = await addAlert(scene.team);
  await attempt(deliveryId, roadsTo({ smtpUrls: [receiver.url] }));
  const { status, attempts } = await prisma.delivery.findUniqueOrThrow({ where: { id: deliveryId } });
  return [exactly("refused for good: attempts until it is given up", status === "failed" ? attempts : 0, 1)];
}

async function takenAndBrokenOff(scene: Scene): Promise<Figure[]> {
  const server = await scene.play(takesAndBreaksOff);
  const { deliveryId } = await addAlert(scene.team);
  for (let time = 0; time < 3; time += 1) {
    await attempt(deliveryId, roadsTo({ smtpUrls: [`smtp://127.0.0.1:${server.port}`] }));
    await pool.query("update delivery set next_attempt_at = now() where id = $1", [deliveryId]);
  }
  return [exactly("taken, and broken off: times it was sent", server.received().length, 1)];
}

async function hanging(scene: Scene): Promise<Figure[]> {
  const server = await scene.play([hold]);
  const receiver = await scene.receiveMail();
  const alert = await addAlert(scene.team);
  const from = Date.now();
  await attempt(alert.deliveryId, roadsTo({ smtpUrls: [`smtp://127.0.0.1:${server.port}`, receiver.url] }));
  return [
    within("the first server hangs: the second has it after", Date.now() - from, 20_000),
    exactly("copies of it that arrived", copiesOf(alert, receiver.received).length, 1),
  ];
}
