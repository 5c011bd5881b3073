import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { prisma } from "#db/client.ts";
import { dueDeliveries } from "#db/delivery/due-deliveries.ts";
import { releaseDue } from "#db/delivery/release-due.ts";
import { addSignOfLife } from "#db/path-test/add-sign-of-life.ts";
import { keepPathTest } from "#db/path-test/keep-path-test.ts";
import { roadsTo } from "#testing/roads.ts";
import { deliver } from "./deliver.ts";
import { log } from "./log.ts";

const silent = log.child({}, { level: "silent" });
const SECRET = "8c1f0c2e-secret-path";

/** An outside watcher that answers so, and a path test whose latest check just went well. */
async function watched(answer: RequestListener) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    answer(request, response);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(async () => {
    server.close();
    await keepPathTest(null);
  });
  await keepPathTest({ target: { host: "mx.example", port: 25 }, everyS: 60 });
  const { monitorId } = await prisma.pathTest.findFirstOrThrow();
  const health = { lastSlotAt: new Date(Date.now() - 1_000), lastStatus: "up", revision: 1 } as const;
  await prisma.health.update({ where: { monitorId }, data: health });
  expect(await addSignOfLife(60)).toBe(true);
  return { asked, heartbeatUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/${SECRET}` };
}

/** Lets out what is due and sends it, as the senders do. */
async function sendDue(heartbeatUrl: string) {
  await releaseDue();
  for (const { deliveryId } of await dueDeliveries(10)) await deliver(deliveryId, roadsTo({ heartbeatUrl }), silent);
  return prisma.delivery.findFirstOrThrow({ where: { kind: "sign_of_life" }, include: { tries: true } });
}

test("the outside watcher is asked once for each check that went well, and its address is kept nowhere", async () => {
  const { asked, heartbeatUrl } = await watched((_, response) => response.end("OK"));
  await sendDue(heartbeatUrl);
  const sent = await sendDue(heartbeatUrl);
  expect(sent).toMatchObject({ status: "sent", tries: [{ outcome: "sent", detail: "HTTP 200: OK" }] });
  expect(asked).toEqual([`GET /${SECRET}`]);
  const channel = await prisma.channel.findUniqueOrThrow({ where: { id: sent.channelId } });
  expect(JSON.stringify([sent, channel])).not.toContain(SECRET);
});

test("one that is not taken is not tried again: by then it would tell of the past", async () => {
  const { asked, heartbeatUrl } = await watched((_, response) => response.writeHead(503).end("later"));
  await sendDue(heartbeatUrl);
  expect(await sendDue(heartbeatUrl)).toMatchObject({ status: "failed", attempts: 1, tries: [{ detail: "HTTP 503: later" }] });
  expect(asked).toHaveLength(1);
});

test("one that lay in the outbox for longer than the interval is not told any more", async () => {
  const { asked, heartbeatUrl } = await watched((_, response) => response.end("OK"));
  await prisma.delivery.updateMany({ where: { kind: "sign_of_life" }, data: { createdAt: new Date(Date.now() - 61_000) } });
  expect(await sendDue(heartbeatUrl)).toMatchObject({
    status: "failed",
    tries: [{ detail: "It is too late for a sign of life." }],
  });
  expect(asked).toEqual([]);
});
