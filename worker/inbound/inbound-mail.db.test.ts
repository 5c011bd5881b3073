import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, expect, test } from "vitest";
import type { MailflowTarget } from "#core/monitor/monitor.ts";
import { prisma } from "#db/client.ts";
import { deleteOldInbound } from "#db/inbound/delete-old-inbound.ts";
import { isReceiving } from "#db/inbound/is-receiving.ts";
import { keepInboundAddress } from "#db/inbound/keep-inbound-address.ts";
import { keepInboundMessage } from "#db/inbound/keep-inbound-message.ts";
import { stopListening } from "#db/listen.ts";
import { makeToken } from "#db/mailflow/make-token.ts";
import { pool } from "#db/pool.ts";
import type { Monitor, Team } from "#prisma/generated/client.ts";
import { keptLog } from "#testing/kept-log.ts";
import { makeMonitor, makeTeam, makeUser } from "#testing/makers.ts";
import { watchOutage } from "../outage.ts";
import { inboundMail } from "./inbound-mail.ts";

const SCRIPT: MailflowTarget = { kind: "mailflow", host: "mx.example.org", port: 25, script: "version: 1" };
const inbound = inboundMail("in.example.net", watchOutage(keptLog().log, "the database"))!;
const addressOf = (...of: Parameters<typeof inbound.addressOf>) => inbound.addressOf(...of);
const receive = (...wish: Parameters<typeof inbound.receive>) => inbound.receive(...wish);

let team: Team;
let monitor: Monitor;
let address: string;
let mailbox: string;

beforeEach(async () => {
  team = await makeTeam();
  monitor = await makeMonitor(team, { target: SCRIPT });
  mailbox = (await addressOf({ teamId: team.id, monitorId: monitor.id }))!;
  address = mailbox.split("@")[0]!;
});
afterAll(stopListening);

const keep = (runToken: string | null, raw = "Subject: x\r\n\r\n") =>
  keepInboundMessage({
    address,
    runToken,
    sender: "probe@example.org",
    peer: "192.0.2.7",
    helo: "mail.example.org",
    tls: "TLSv1.3",
    raw: Buffer.from(raw),
  });

test("an address stays as it is, is nobody else's, and goes with its monitor", async () => {
  expect(mailbox).toMatch(/^[a-z0-9]{19}@in\.example\.net$/);
  const twice = await Promise.all([1, 2, 3].map(() => addressOf({ teamId: team.id, monitorId: monitor.id })));
  expect(new Set(twice)).toEqual(new Set([mailbox]));
  const other = await makeMonitor(team, { target: SCRIPT });
  const made = await Promise.all([1, 2, 3].map(() => keepInboundAddress({ monitorId: other.id }))); // at the same time
  expect(new Set(made).size).toBe(1);
  expect(made[0]).not.toBe(address);
  await keep(makeToken());
  await prisma.monitor.delete({ where: { id: monitor.id } });
  expect(await prisma.inboundMessage.count({ where: { address } })).toBe(0);
  expect(await addressOf({ teamId: team.id, monitorId: monitor.id })).toBeNull();
  expect(await keep(makeToken())).toBe(false);
});

test("where no domain is set nothing is received", () => {
  expect(inboundMail("", watchOutage(keptLog().log, "the database"))).toBeNull();
});

test("a trial has an address of its own while it runs", async () => {
  const { id: userId } = await makeUser({ team });
  const trial = await prisma.trial.create({ data: { teamId: team.id, userId, target: SCRIPT, timeLimitS: 30 } });
  const own = (await keepInboundAddress({ trialId: trial.id }))!;
  expect(await isReceiving(own)).toBe(true);
  await prisma.trial.update({ where: { id: trial.id }, data: { finishedAt: new Date() } });
  expect(await isReceiving(own)).toBe(false);
  expect(await keepInboundAddress({ trialId: randomUUID() })).toBeNull();
});

test("a run gets its message that came before, with how it came on top of it, and no other's", async () => {
  const token = makeToken();
  await keep(makeToken(), "Subject: another\r\n\r\n");
  await keep(token, "Subject: mine\r\n\r\nx\r\n");
  const received = (await receive(mailbox, token, 0))!;
  expect(received.raw.toString()).toMatch(
    /^Return-Path: <probe@example\.org>\r\nReceived: from mail\.example\.org \(\[192\.0\.2\.7\]\)[^]*\r\nSubject: mine\r\n\r\nx\r\n$/,
  );
  expect(Math.abs(received.arrivedAt - Date.now())).toBeLessThan(60_000);
  expect(await receive(mailbox, makeToken(), 0)).toBeNull();
});

test("one that comes while it waits wakes it at once, and not the others that wait", async () => {
  const [token, other] = [makeToken(), makeToken()];
  const waiting = receive(mailbox, token, 15_000);
  const inVain = receive(mailbox, other, 1_500);
  setTimeout(() => void keep(token), 500); // both listen by then
  const startedAt = performance.now();
  expect(await waiting).not.toBeNull();
  expect(performance.now() - startedAt).toBeLessThan(4_000); // it looks by itself only after five seconds
  expect(await inVain).toBeNull();
});

test("a run waits while the database is away, and gets its message then", async () => {
  const token = makeToken();
  await keep(token);
  await pool.query("alter table inbound_message rename to away");
  const waiting = receive(mailbox, token, 15_000);
  setTimeout(() => void pool.query("alter table away rename to inbound_message"), 500);
  expect(await waiting).not.toBeNull();
});

test("what was taken is there for whoever takes the run up again, and then it is forgotten", async () => {
  const [taken, waiting, old] = [makeToken(), makeToken(), makeToken()];
  for (const token of [taken, taken, waiting, old]) await keep(token);
  const first = await receive(mailbox, taken, 0);
  expect(await receive(mailbox, taken, 0)).toEqual(first);
  await pool.query("update inbound_message set received_at = received_at - interval '25 hours' where run_token = $1", [old]);
  await deleteOldInbound();
  expect(await receive(mailbox, taken, 0)).toEqual(first);
  expect(await receive(mailbox, old, 0)).toBeNull();
  await pool.query("update inbound_message set taken_at = taken_at - interval '11 minutes'");
  await deleteOldInbound();
  expect(await receive(mailbox, taken, 0)).toBeNull();
  expect(await receive(mailbox, waiting, 0)).not.toBeNull();
});

test("of what comes to an address the newest fifty are kept", async () => {
  const other = await makeMonitor(team, { target: SCRIPT });
  const own = address;
  const [first, last] = [makeToken(), makeToken()];
  await keep(first);
  address = (await keepInboundAddress({ monitorId: other.id }))!;
  await keep(first);
  address = own;
  for (let count = 0; count < 49; count++) await keep(null);
  expect(await prisma.inboundMessage.count({ where: { address } })).toBe(50);
  await keep(last);
  expect(await prisma.inboundMessage.count({ where: { address } })).toBe(50);
  expect(await receive(mailbox, first, 0)).toBeNull();
  expect(await receive(mailbox, last, 0)).not.toBeNull();
  expect(await prisma.inboundMessage.count({ where: { inboundAddress: { monitorId: other.id } } })).toBe(1);
});
