import { afterEach, beforeEach, expect, test } from "vitest";
import { composeTestMessage } from "#core/arrival/test-message.ts";
import type { MailflowTarget } from "#core/monitor/monitor.ts";
import { prisma } from "#db/client.ts";
import { keepInboundAddress } from "#db/inbound/keep-inbound-address.ts";
import { makeToken } from "#db/mailflow/make-token.ts";
import { pool } from "#db/pool.ts";
import type { Monitor, Team } from "#prisma/generated/client.ts";
import { makeMonitor, makeTeam } from "#testing/makers.ts";
import { talkSmtp, type SmtpTalk } from "#testing/smtp-talk.ts";
import { log } from "../log.ts";
import { openReceiver, type Receiver, type ReceiverLimits } from "./open-receiver.ts";
import { selfMadeCertificate } from "./self-made-certificate.ts";

const DOMAIN = "in.example.net";
const SCRIPT: MailflowTarget = { kind: "mailflow", host: "mx.example.org", port: 25, script: "version: 1" };
const silent = log.child({}, { level: "silent" });
const certificate = selfMadeCertificate(DOMAIN);

const talks: SmtpTalk[] = [];
let receiver: Receiver;
let team: Team;
let monitor: Monitor;
let mailbox: string;

async function open(limits: Partial<ReceiverLimits> = {}) {
  receiver = await openReceiver({ domain: DOMAIN, host: "127.0.0.1", port: 0, certificate, log: silent, limits });
}

beforeEach(async () => {
  team = await makeTeam();
  monitor = await makeMonitor(team, { target: SCRIPT });
  mailbox = `${await keepInboundAddress({ monitorId: monitor.id })}@${DOMAIN}`;
  await open();
});
afterEach(async () => {
  for (const talk of talks.splice(0)) talk.end();
  await receiver.close();
});

async function connect() {
  const talk = await talkSmtp(receiver.port);
  talks.push(talk);
  return talk;
}

const messages = () =>
  prisma.inboundMessage.findMany({ where: { inboundAddress: { monitorId: monitor.id } }, orderBy: { id: "asc" } });

async function begin(to = mailbox) {
  const talk = await connect();
  await talk.say("EHLO mail.example.org");
  await talk.say("MAIL FROM:<probe@example.org>");
  return { ...talk, rcpt: await talk.say(`RCPT TO:<${to}>`) };
}

/** Sends one message, and answers what was said of it. */
async function send(text: string): Promise<string> {
  const talk = await begin();
  expect(await talk.say("DATA")).toMatch(/^354 /);
  const reply = await talk.say(`${text}\r\n.`);
  return reply;
}

test("a message to a monitor is stored byte for byte, with its run, its sender and who brought it", async () => {
  const token = makeToken();
  const text = composeTestMessage({
    from: "probe@example.org",
    to: mailbox,
    token,
    sentAt: Date.now(),
    host: "probe.example",
    abuse: "https://watch.example",
  });
  expect(await send(text.trimEnd())).toMatch(/^250 2\.6\.0 /);
  expect(await messages()).toMatchObject([
    { runToken: token, sender: "probe@example.org", peer: "127.0.0.1", helo: "mail.example.org", tls: null, takenAt: null },
  ]);
  expect(Buffer.from((await messages())[0]!.raw).toString()).toBe(text);
  expect(receiver.counts()).toEqual({ received: 1, refused: 0 });
});

test("an address is written in any case", async () => {
  const talk = await begin(mailbox.toUpperCase());
  expect(talk.rcpt).toMatch(/^250 /);
  await talk.say("DATA");
  expect(await talk.say("Subject: x\r\n\r\n.")).toMatch(/^250 /);
  expect(await messages()).toHaveLength(1);
});

test("nobody else receives mail here, and nothing is passed on", async () => {
  const token = mailbox.split("@")[0]!;
  const strangers = [
    "postmaster@in.example.net",
    `${token}@example.org`,
    `${token}@sub.${DOMAIN}`,
    `${token}%example.org@${DOMAIN}`,
    `"${token}"@${DOMAIN}`,
    `x${token.slice(1)}@${DOMAIN}`,
    `${token}x@${DOMAIN}`,
  ];
  for (const stranger of strangers) {
    const talk = await begin(stranger);
    expect(talk.rcpt).toBe("550 5.1.1 Nobody receives mail at this address");
    expect(await talk.say("DATA")).toMatch(/^503 /);
  }
  expect(receiver.counts()).toEqual({ received: 0, refused: strangers.length });
});

test("a monitor that is paused, deleted or none that sends mail receives none", async () => {
  await prisma.monitor.update({ where: { id: monitor.id }, data: { pausedAt: new Date() } });
  expect((await begin()).rcpt).toMatch(/^550 5\.1\.1 /);
  await prisma.monitor.update({ where: { id: monitor.id }, data: { pausedAt: null } });
  const talk = await begin();
  expect(talk.rcpt).toMatch(/^250 /);
  await talk.say("DATA");
  await prisma.monitor.delete({ where: { id: monitor.id } }); // while it is on its way
  expect(await talk.say("Subject: x\r\n\r\n.")).toMatch(/^550 5\.1\.1 /);
  const plain = await makeMonitor(team);
  expect((await begin(`${await keepInboundAddress({ monitorId: plain.id })}@${DOMAIN}`)).rcpt).toMatch(/^550 5\.1\.1 /);
});

test("with STARTTLS it is hidden, by a certificate of our own", async () => {
  const talk = await connect();
  expect(await talk.say("EHLO a.example")).toMatch(/STARTTLS/);
  expect(await talk.say("STARTTLS")).toMatch(/^220 /);
  const tls = await talk.startTls();
  expect(tls.getPeerCertificate().subject.CN).toBe(DOMAIN);
  const lines = ["EHLO a.example", "MAIL FROM:<>", `RCPT TO:<${mailbox}>`, "DATA"];
  for (const line of lines) await talk.say(line);
  expect(await talk.say("Subject: x\r\n\r\n.")).toMatch(/^250 /);
  expect(await messages()).toMatchObject([{ tls: "TLSv1.3", sender: "" }]);
});

test("what is said in the clear before the handshake is not heard after it (CVE-2011-0411)", async () => {
  const talk = await connect();
  await talk.say("EHLO a.example");
  await talk.say("STARTTLS\r\nMAIL FROM:<a@example.org>");
  await talk.startTls();
  await talk.say("EHLO a.example");
  expect(await talk.say(`RCPT TO:<${mailbox}>`)).toMatch(/^503 /);
});

test("a message that is too large is refused by what it says and by what it is, and not kept", async () => {
  await receiver.close();
  await open({ bytes: 10_000 });
  const talk = await connect();
  expect(await talk.say("EHLO a.example")).toMatch(/SIZE 10000/);
  expect(await talk.say("MAIL FROM:<a@example.org> SIZE=10001")).toMatch(/^552 5\.3\.4 /);
  expect(await send("x".repeat(200_000))).toMatch(/^552 5\.3\.4 /);
  expect(await messages()).toEqual([]);
  expect(await send("Subject: x\r\n")).toMatch(/^250 /); // and it goes on
});

test("bytes that are no mail are stored as they came: NUL, bare CR and LF, a line of 100,000", async () => {
  const odd = `Subject: a\0b\r\n\r\n\0\r\n\n.\nMAIL FROM:<x@example.org>\r\r\n\xff${"x".repeat(100_000)}`;
  expect(await send(odd)).toMatch(/^250 /);
  const [kept, ...others] = await messages();
  expect(others).toEqual([]);
  expect(Buffer.from(kept!.raw).toString("latin1")).toBe(`${odd}\r\n`);
});

test("a dot alone between bare line feeds ends no message, and smuggles none", async () => {
  const talk = await begin();
  await talk.say("DATA");
  talk.write("Subject: one\r\n\r\nx\n.\nMAIL FROM:<evil@example.org>\n.\r\nRSET\r\n\r.\r\n");
  expect(await talk.say("\r\n.")).toMatch(/^250 /);
  expect(await talk.say("NOOP")).toMatch(/^250 /);
  expect(await messages()).toHaveLength(1);
});

test("commands in one go are answered in their order", async () => {
  const talk = await connect();
  await talk.say("EHLO a.example");
  talk.write(`MAIL FROM:<a@example.org>\r\nRCPT TO:<nobody@${DOMAIN}>\r\nRCPT TO:<${mailbox}>\r\nDATA\r\n`);
  const replies = [await talk.reply(), await talk.reply(), await talk.reply(), await talk.reply()];
  expect(replies.map((reply) => reply.slice(0, 3))).toEqual(["250", "550", "250", "354"]);
  talk.write("Subject: x\r\n\r\n.\r\nMAIL FROM:<b@example.org>\r\nQUIT\r\n");
  expect([await talk.reply(), await talk.reply(), await talk.reply()].map((reply) => reply.slice(0, 3))).toEqual([
    "250",
    "250",
    "221",
  ]);
  expect(await messages()).toHaveLength(1);
});

test("a thousand recipients are none: one is taken, and who goes on is cut off", async () => {
  const talk = await begin();
  expect(talk.rcpt).toMatch(/^250 /);
  expect(await talk.say(`RCPT TO:<nobody@${DOMAIN}>`)).toMatch(/^452 4\.5\.3 /);
  await talk.say("RSET");
  await talk.say("MAIL FROM:<a@example.org>");
  talk.write(Array.from({ length: 1_000 }, (_, index) => `RCPT TO:<a${index}@${DOMAIN}>\r\n`).join(""));
  const replies: string[] = [];
  for (let reply = await talk.reply(); reply !== ""; reply = await talk.reply()) replies.push(reply.slice(0, 3));
  expect(replies).toEqual([...Array(10).fill("550"), "421"]);
});

test.each(["MAIL FROM:<a\0b@example.org>", "MAIL FROM:<a@example.org> SIZE=x", "MAIL FROM:a b", "HELO a\0b", "EHLO \x1b[31m"])(
  "%j is an error of syntax, and nothing breaks",
  async (line) => {
    const talk = await connect();
    if (line.startsWith("MAIL")) await talk.say("EHLO a.example");
    expect(await talk.say(line)).toMatch(/^501 /);
    expect(await talk.say("NOOP")).toMatch(/^250 /);
  },
);

test("a line without an end is cut off before it fills the memory", async () => {
  const talk = await connect();
  talk.write("x".repeat(100_000));
  expect(await talk.reply()).toMatch(/^421 /);
  await talk.untilEnded();
});

test("whoever says nothing, or a byte now and then, has so much time and no more", async () => {
  await receiver.close();
  await open({ idleMs: 400, connectionMs: 1_500 });
  const silent = await connect();
  await silent.untilEnded();

  const slow = await begin();
  await slow.say("DATA");
  const dripping = setInterval(() => slow.write("x"), 50);
  expect(await slow.reply()).toMatch(/^421 /);
  await slow.untilEnded();
  clearInterval(dripping);
  expect(await messages()).toEqual([]);
});

test("so many are let in at once, and so many from an address", async () => {
  await receiver.close();
  await open({ connections: 5, connectionsOfPeer: 3 });
  const talks = [await connect(), await connect(), await connect()];
  expect(talks.map(({ greeting }) => greeting.slice(0, 3))).toEqual(["220", "220", "220"]);
  expect((await connect()).greeting).toMatch(/^421 /);
  expect(await talks[0]!.say("QUIT")).toMatch(/^221 /);
  await talks[0]!.untilEnded();
  await expect.poll(async () => (await connect()).greeting).toMatch(/^220 /);
});

test("an address takes so many messages in a minute", async () => {
  await receiver.close();
  await open({ messagesPerMinute: 2 });
  expect(await send("Subject: 1\r\n")).toMatch(/^250 /);
  expect(await send("Subject: 2\r\n")).toMatch(/^250 /);
  expect((await begin()).rcpt).toMatch(/^450 /);
  const other = await makeMonitor(team, { target: SCRIPT });
  expect((await begin(`${await keepInboundAddress({ monitorId: other.id })}@${DOMAIN}`)).rcpt).toMatch(/^250 /);
});

test("while the database is away its sender is asked to try again, and then nothing is lost", async () => {
  await pool.query("alter table inbound_message rename to away");
  expect(await send("Subject: x\r\n")).toMatch(/^451 4\.3\.0 /);
  await pool.query("alter table away rename to inbound_message");
  await pool.query("alter table inbound_address rename to away");
  expect((await begin()).rcpt).toMatch(/^451 4\.3\.0 /);
  await pool.query("alter table away rename to inbound_address");
  expect(await send("Subject: x\r\n")).toMatch(/^250 /);
  expect(await messages()).toHaveLength(1);
});

test("a message on its way in is stored before the receiver closes", async () => {
  const talk = await begin();
  await talk.say("DATA");
  const closed = receiver.close();
  expect(await talk.say("Subject: just in time\r\n\r\n.")).toMatch(/^250 /);
  talk.end();
  await closed;
  expect(await messages()).toHaveLength(1);
  await open();
});
