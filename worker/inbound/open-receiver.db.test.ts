import { expect, test } from "vitest";
import { composeTestMessage } from "#core/arrival/test-message.ts";
import { prisma } from "#db/client.ts";
import { keepInboundAddress } from "#db/inbound/keep-inbound-address.ts";
import { makeToken } from "#db/mailflow/make-token.ts";
import { pool } from "#db/pool.ts";
import { makeMonitor } from "#testing/makers.ts";
import { INBOUND_DOMAIN as DOMAIN, startReceiving } from "#testing/start-receiving.ts";

const at = startReceiving();

test("a message to a monitor is stored byte for byte, with its run, its sender and who brought it", async () => {
  const token = makeToken();
  const text = composeTestMessage({
    from: "probe@example.org",
    to: at.mailbox,
    token,
    sentAt: Date.now(),
    host: "probe.example",
    abuse: "https://watch.example",
  });
  expect(await at.send(text.trimEnd())).toMatch(/^250 2\.6\.0 /);
  expect(await at.messages()).toMatchObject([
    { runToken: token, sender: "probe@example.org", peer: "127.0.0.1", helo: "mail.example.org", tls: null, takenAt: null },
  ]);
  expect(Buffer.from((await at.messages())[0]!.raw).toString()).toBe(text);
  expect(at.receiver.counts()).toEqual({ received: 1, refused: 0 });
});

test("an address is written in any case", async () => {
  const talk = await at.begin(at.mailbox.toUpperCase());
  expect(talk.rcpt).toMatch(/^250 /);
  await talk.say("DATA");
  expect(await talk.say("Subject: x\r\n\r\n.")).toMatch(/^250 /);
  expect(await at.messages()).toHaveLength(1);
});

test("nobody else receives mail here, and nothing is passed on", async () => {
  const token = at.mailbox.split("@")[0]!;
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
    const talk = await at.begin(stranger);
    expect(talk.rcpt).toBe("550 5.1.1 Nobody receives mail at this address");
    expect(await talk.say("DATA")).toMatch(/^503 /);
  }
  expect(at.receiver.counts()).toEqual({ received: 0, refused: strangers.length });
});

test("a monitor that is paused, deleted or none that sends mail receives none", async () => {
  await prisma.monitor.update({ where: { id: at.monitor.id }, data: { pausedAt: new Date() } });
  expect((await at.begin()).rcpt).toMatch(/^550 5\.1\.1 /);
  await prisma.monitor.update({ where: { id: at.monitor.id }, data: { pausedAt: null } });
  const talk = await at.begin();
  expect(talk.rcpt).toMatch(/^250 /);
  await talk.say("DATA");
  await prisma.monitor.delete({ where: { id: at.monitor.id } }); // while it is on its way
  expect(await talk.say("Subject: x\r\n\r\n.")).toMatch(/^550 5\.1\.1 /);
  const plain = await makeMonitor(at.team);
  expect((await at.begin(`${await keepInboundAddress({ monitorId: plain.id })}@${DOMAIN}`)).rcpt).toMatch(/^550 5\.1\.1 /);
});

test("with STARTTLS it is hidden, by a certificate of our own", async () => {
  const talk = await at.connect();
  expect(await talk.say("EHLO a.example")).toMatch(/STARTTLS/);
  expect(await talk.say("STARTTLS")).toMatch(/^220 /);
  const tls = await talk.startTls();
  expect(tls.getPeerCertificate().subject.CN).toBe(DOMAIN);
  const lines = ["EHLO a.example", "MAIL FROM:<>", `RCPT TO:<${at.mailbox}>`, "DATA"];
  for (const line of lines) await talk.say(line);
  expect(await talk.say("Subject: x\r\n\r\n.")).toMatch(/^250 /);
  expect(await at.messages()).toMatchObject([{ tls: "TLSv1.3", sender: "" }]);
});

test("what is said in the clear before the handshake is not heard after it (CVE-2011-0411)", async () => {
  const talk = await at.connect();
  await talk.say("EHLO a.example");
  await talk.say("STARTTLS\r\nMAIL FROM:<a@example.org>");
  await talk.startTls();
  await talk.say("EHLO a.example");
  expect(await talk.say(`RCPT TO:<${at.mailbox}>`)).toMatch(/^503 /);
});

test("bytes that are no mail are stored as they came: NUL, bare CR and LF, a line of 100,000", async () => {
  const odd = `Subject: a\0b\r\n\r\n\0\r\n\n.\nMAIL FROM:<x@example.org>\r\r\n\xff${"x".repeat(100_000)}`;
  expect(await at.send(odd)).toMatch(/^250 /);
  const [kept, ...others] = await at.messages();
  expect(others).toEqual([]);
  expect(Buffer.from(kept!.raw).toString("latin1")).toBe(`${odd}\r\n`);
});

test("a dot alone between bare line feeds ends no message, and smuggles none", async () => {
  const talk = await at.begin();
  await talk.say("DATA");
  talk.write("Subject: one\r\n\r\nx\n.\nMAIL FROM:<evil@example.org>\n.\r\nRSET\r\n\r.\r\n");
  expect(await talk.say("\r\n.")).toMatch(/^250 /);
  expect(await talk.say("NOOP")).toMatch(/^250 /);
  expect(await at.messages()).toHaveLength(1);
});

test("commands in one go are answered in their order", async () => {
  const talk = await at.connect();
  await talk.say("EHLO a.example");
  talk.write(`MAIL FROM:<a@example.org>\r\nRCPT TO:<nobody@${DOMAIN}>\r\nRCPT TO:<${at.mailbox}>\r\nDATA\r\n`);
  const replies = [await talk.reply(), await talk.reply(), await talk.reply(), await talk.reply()];
  expect(replies.map((reply) => reply.slice(0, 3))).toEqual(["250", "550", "250", "354"]);
  talk.write("Subject: x\r\n\r\n.\r\nMAIL FROM:<b@example.org>\r\nQUIT\r\n");
  expect([await talk.reply(), await talk.reply(), await talk.reply()].map((reply) => reply.slice(0, 3))).toEqual([
    "250",
    "250",
    "221",
  ]);
  expect(await at.messages()).toHaveLength(1);
});

test("while the database is away its sender is asked to try again, and then nothing is lost", async () => {
  await pool.query("alter table inbound_message rename to away");
  expect(await at.send("Subject: x\r\n")).toMatch(/^451 4\.3\.0 /);
  await pool.query("alter table away rename to inbound_message");
  await pool.query("alter table inbound_address rename to away");
  expect((await at.begin()).rcpt).toMatch(/^451 4\.3\.0 /);
  await pool.query("alter table away rename to inbound_address");
  expect(await at.send("Subject: x\r\n")).toMatch(/^250 /);
  expect(await at.messages()).toHaveLength(1);
});

test("a message on its way in is stored before the receiver closes", async () => {
  const talk = await at.begin();
  await talk.say("DATA");
  const closed = at.receiver.close();
  expect(await talk.say("Subject: just in time\r\n\r\n.")).toMatch(/^250 /);
  talk.end();
  await closed;
  expect(await at.messages()).toHaveLength(1);
  await at.open();
});
