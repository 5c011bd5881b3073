import { expect, test } from "vitest";
import { keepInboundAddress } from "#db/inbound/keep-inbound-address.ts";
import { makeMonitor } from "#testing/makers.ts";
import { INBOUND_DOMAIN as DOMAIN, SENDING, startReceiving } from "#testing/start-receiving.ts";

const at = startReceiving();

test("a message that is too large is refused by what it says and by what it is, and not kept", async () => {
  await at.receiver.close();
  await at.open({ bytes: 10_000 });
  const talk = await at.connect();
  expect(await talk.say("EHLO a.example")).toMatch(/SIZE 10000/);
  expect(await talk.say("MAIL FROM:<a@example.org> SIZE=10001")).toMatch(/^552 5\.3\.4 /);
  expect(await at.send("x".repeat(200_000))).toMatch(/^552 5\.3\.4 /);
  expect(await at.messages()).toEqual([]);
  expect(await at.send("Subject: x\r\n")).toMatch(/^250 /); // and it goes on
});

test("a thousand recipients are none: one is taken, and who goes on is cut off", async () => {
  const talk = await at.begin();
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
    const talk = await at.connect();
    if (line.startsWith("MAIL")) await talk.say("EHLO a.example");
    expect(await talk.say(line)).toMatch(/^501 /);
    expect(await talk.say("NOOP")).toMatch(/^250 /);
  },
);

test("a line without an end is cut off before it fills the memory", async () => {
  const talk = await at.connect();
  talk.write("x".repeat(100_000));
  expect(await talk.reply()).toMatch(/^421 /);
  await talk.untilEnded();
});

test("whoever says nothing, or a byte now and then, has so much time and no more", async () => {
  await at.receiver.close();
  await at.open({ idleMs: 400, connectionMs: 1_500 });
  const silent = await at.connect();
  await silent.untilEnded();

  const slow = await at.begin();
  await slow.say("DATA");
  const dripping = setInterval(() => slow.write("x"), 50);
  expect(await slow.reply()).toMatch(/^421 /);
  await slow.untilEnded();
  clearInterval(dripping);
  expect(await at.messages()).toEqual([]);
});

test("so many are let in at once, and so many from an address", async () => {
  await at.receiver.close();
  await at.open({ connections: 5, connectionsOfPeer: 3 });
  const talks = [await at.connect(), await at.connect(), await at.connect()];
  expect(talks.map(({ greeting }) => greeting.slice(0, 3))).toEqual(["220", "220", "220"]);
  expect((await at.connect()).greeting).toMatch(/^421 /);
  expect(await talks[0]!.say("QUIT")).toMatch(/^221 /);
  await talks[0]!.untilEnded();
  await expect.poll(async () => (await at.connect()).greeting).toMatch(/^220 /);
});

test("an address takes so many messages in a minute", async () => {
  await at.receiver.close();
  await at.open({ messagesPerMinute: 2 });
  expect(await at.send("Subject: 1\r\n")).toMatch(/^250 /);
  expect(await at.send("Subject: 2\r\n")).toMatch(/^250 /);
  expect((await at.begin()).rcpt).toMatch(/^450 /);
  const other = await makeMonitor(at.team, { target: SENDING });
  expect((await at.begin(`${await keepInboundAddress({ monitorId: other.id })}@${DOMAIN}`)).rcpt).toMatch(/^250 /);
});
