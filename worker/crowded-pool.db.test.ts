import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { prisma } from "#db/client.ts";
import { dueDeliveries } from "#db/delivery/due-deliveries.ts";
import { releaseDue } from "#db/delivery/release-due.ts";
import { alertPool, dutyPool, pool } from "#db/pool.ts";
import { startMailReceiver, type MailReceiver } from "#testing/mail-receiver.ts";
import { makeChannel, makeMonitor, makeTeam } from "#testing/makers.ts";
import { makeIncident, tell } from "#testing/outbox.ts";
import { printFigure } from "#testing/print-figure.ts";
import { roadsTo } from "#testing/roads.ts";
import { deliver } from "./deliver.ts";
import { log } from "./log.ts";

const MESSAGES = 30;

let receiver: MailReceiver;
let held: { release(): void }[] = [];

beforeEach(async () => {
  receiver = await startMailReceiver();
});
afterEach(async () => {
  for (const client of held) client.release();
  held = [];
  await receiver.stop();
});
afterAll(async () => {
  await Promise.all([alertPool.end(), dutyPool.end()]);
});

/** Takes every connection the ordinary pool may have. */
async function holdEveryConnection(): Promise<void> {
  held = await Promise.all(Array.from({ length: pool.options.max }, () => pool.connect()));
}

test("alerts are found, claimed, sent and finished while every ordinary connection is taken", { timeout: 60_000 }, async () => {
  const team = await makeTeam();
  const told: number[] = [];
  for (let n = 0; n < MESSAGES; n++) {
    const monitor = await makeMonitor(team);
    told.push(await tell("down", monitor, await makeIncident(monitor), await makeChannel(team)));
  }
  await holdEveryConnection();

  const addedAt = performance.now();
  const tookMs: number[] = [];
  await releaseDue();
  const due = await dueDeliveries(MESSAGES);
  expect(due.map(({ deliveryId }) => deliveryId).toSorted((a, b) => a - b)).toEqual(told);
  const sendAll = async () => {
    for (let next = due.pop(); next; next = due.pop()) {
      await deliver(next.deliveryId, roadsTo({ smtpUrls: [receiver.url] }), log);
      tookMs.push(performance.now() - addedAt);
    }
  };
  await Promise.all(Array.from({ length: 10 }, sendAll));
  expect(pool.idleCount).toBe(0);

  for (const client of held.splice(0)) client.release();
  expect(receiver.received).toHaveLength(MESSAGES);
  expect(await prisma.delivery.count({ where: { status: "sent" } })).toBe(MESSAGES);
  const p99 = tookMs.toSorted((a, b) => a - b)[Math.ceil(MESSAGES * 0.99) - 1]!;
  printFigure("F08", `${MESSAGES} alerts while all ${pool.options.max} connections are taken: p99 ${Math.round(p99)} ms`);
});

test("whoever gets no connection is told so within five seconds, and what was short", async () => {
  await holdEveryConnection();
  const askedAt = performance.now();
  await expect(pool.query("select 1")).rejects.toThrow('All 10 connections of "ehlowatch" were busy for 5 s');
  await expect(pool.connect()).rejects.toThrow("busy");
  expect(performance.now() - askedAt).toBeLessThan(11_000);
  for (const client of held.splice(0)) client.release();
  expect((await pool.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
});

test("each pool has the patience that its work needs, and a transaction that stands still is ended", async () => {
  expect(await patienceOf(pool)).toEqual({ patience: "15s", still: "10s" });
  expect(await patienceOf(alertPool)).toEqual({ patience: "15s", still: "10s" });
  expect(await patienceOf(dutyPool)).toEqual({ patience: "10min", still: "10s" });
});

async function patienceOf(on: typeof pool) {
  const { rows } = await on.query<{ patience: string; still: string }>(
    "select current_setting('statement_timeout') as patience, current_setting('idle_in_transaction_session_timeout') as still",
  );
  return rows[0];
}
