import { once } from "node:events";
import { createServer, type AddressInfo, type Server } from "node:net";
import { afterEach, expect, test } from "vitest";
import { startMailReceiver, type MailReceiver } from "#testing/mail-receiver.ts";
import { sendMail } from "./send-mail.ts";

const open: { stop(): unknown }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.stop();
});

test("a mail arrives whole, says that a machine wrote it, and carries an id made from the idempotency key", async () => {
  const receiver = await receiving();
  expect(await send([receiver.url])).toMatchObject({ sent: true, receipt: expect.stringContaining("250") });
  const [{ mail, raw, to }] = receiver.received as [MailReceiver["received"][number]];
  expect(to).toEqual(["ops@example.org"]);
  expect(mail.subject).toBe("Down: mx1 — greeting 554");
  expect(mail.text).toContain("the text");
  expect(mail.html).toContain("<b>the html</b>");
  expect(mail.messageId).toMatch(/^<[0-9a-f]{32}@example\.com>$/);
  expect(raw).toMatch(/^Auto-Submitted: auto-generated\r?$/m);
});

test("a mail program is told where its reader stops such mails, with one click where that is over TLS", async () => {
  const receiver = await receiving();
  const path = "/revoke?link=7.AAAAAAAAAAAAAAAAAAAAAA";
  await send([receiver.url]);
  await send([receiver.url], { revokeUrl: `http://localhost:3000${path}` });
  await send([receiver.url], { revokeUrl: `https://watch.example.com${path}` });
  const [without, plain, secure] = receiver.received.map(({ raw }) => raw.replaceAll(/\r\n(?=[ \t])/g, ""));
  expect(without).not.toMatch(/^List-/im);
  expect(plain).toContain(`\r\nList-Unsubscribe: <http://localhost:3000/api${path}>\r\n`);
  expect(plain).not.toMatch(/^List-Unsubscribe-Post:/im);
  expect(secure).toContain(`\r\nList-Unsubscribe: <https://watch.example.com/api${path}>\r\n`);
  expect(secure).toContain("\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n");
});

test("every attempt of one delivery has the same Message-ID, another delivery has its own", async () => {
  const receiver = await receiving();
  await send([receiver.url], { idempotencyKey: "one" });
  await send([receiver.url], { idempotencyKey: "one" });
  await send([receiver.url], { idempotencyKey: "two" });
  const [first, second, third] = receiver.received.map(({ mail }) => mail.messageId);
  expect(second).toBe(first);
  expect(third).not.toBe(first);
});

test("line breaks in a subject make no header of their own", async () => {
  const receiver = await receiving();
  await send([receiver.url], { subject: "Down: mx1\r\nBcc: victim@example.net\r\n\r\nbody" });
  const [{ mail, raw, to }] = receiver.received as [MailReceiver["received"][number]];
  expect(to).toEqual(["ops@example.org"]);
  expect(mail.bcc).toBeUndefined();
  expect(raw).not.toMatch(/^Bcc:/im);
  expect(mail.text).toContain("the text");
});

test("mails of one thread refer to the same", async () => {
  const receiver = await receiving();
  await send([receiver.url], { thread: "http://localhost/incidents/7" });
  await send([receiver.url], { thread: "http://localhost/incidents/7" });
  const [first, second] = receiver.received.map(({ mail }) => mail.references);
  expect(first).toBeTruthy();
  expect(second).toBe(first);
});

test("a recipient refused for good is given up with what the server said", async () => {
  const receiver = await receiving({ rcpt: () => ({ code: 550, text: "5.1.1 No such user here" }) });
  expect(await send([receiver.url])).toEqual({
    sent: false,
    next: "give-up",
    reason: `${new URL(receiver.url).host}: 550 5.1.1 No such user here`,
  });
});

test.each([
  ["a recipient refused for now", { rcpt: () => ({ code: 450, text: "4.2.1 Greylisted" }) }],
  ["a mail refused for now", { data: () => ({ code: 452, text: "4.3.1 Insufficient system storage" }) }],
  ["our own sender refused, which is no fault of the recipient's", { mail: () => ({ code: 550, text: "5.7.1 Not you" }) }],
])("%s is worth a retry", async (_name, refuse) => {
  const receiver = await receiving(refuse);
  expect(await send([receiver.url])).toMatchObject({ sent: false, next: "retry" });
});

test("a server that is not there is worth a retry, and its credentials stay out of the reason", async () => {
  const outcome = await send(["smtp://user:s3cret@127.0.0.1:1"]);
  expect(outcome).toMatchObject({ sent: false, next: "retry", reason: expect.stringContaining("127.0.0.1:1") });
  expect(JSON.stringify(outcome)).not.toContain("s3cret");
});

test("a server that accepts and says nothing ends with the deadline", async () => {
  const silent = await playing(() => undefined);
  const startedAt = performance.now();
  expect(await send([silent], { deadlineMs: 400 })).toMatchObject({ sent: false, next: "retry" });
  expect(performance.now() - startedAt).toBeLessThan(1_000);
});

test("a server that trickles bytes cannot outlive the deadline", async () => {
  const trickling = await playing((socket) => {
    const timer = setInterval(() => socket.write("220-still here\r\n"), 50);
    socket.once("close", () => clearInterval(timer));
  });
  const startedAt = performance.now();
  expect(await send([trickling], { deadlineMs: 400 })).toMatchObject({ sent: false, next: "retry" });
  expect(performance.now() - startedAt).toBeLessThan(1_000);
});

test("where the first server is dead the second takes the mail", async () => {
  const receiver = await receiving();
  expect(await send(["smtp://127.0.0.1:1", receiver.url])).toMatchObject({ sent: true });
  expect(receiver.received).toHaveLength(1);
});

test("where the first server hangs there is time left for the second", async () => {
  const silent = await playing(() => undefined);
  const receiver = await receiving();
  expect(await send([silent, receiver.url], { deadlineMs: 1_000 })).toMatchObject({ sent: true });
});

/** What a server says that shuts down (RFC 5321 section 3.8). */
const BUSY = { code: 421, text: "4.3.2 Service shutting down" };
test.each<[string, () => Promise<string>]>([
  ["greets with 421", () => playing((socket) => socket.end("421 4.3.2 Service not available\r\n"))],
  ["greets with 554", () => playing((socket) => socket.end("554 5.7.1 Not you\r\n"))],
  ["says nothing", () => playing(() => undefined)],
  ["closes at once", () => playing((socket) => socket.end())],
  ["falls silent after EHLO", () => goingAlong(1)],
  ["falls silent after MAIL", () => goingAlong(2)],
  ["falls silent after RCPT", () => goingAlong(3)],
  ["falls silent before the mail", () => goingAlong(4)],
  ["shuts down at MAIL", async () => (await receiving({ mail: () => BUSY })).url],
  ["shuts down at RCPT", async () => (await receiving({ rcpt: () => BUSY })).url],
  ["shuts down after the mail", async () => (await receiving({ data: () => BUSY })).url],
  ["has no room", async () => (await receiving({ data: () => ({ code: 452, text: "4.3.1 Insufficient system storage" }) })).url],
])("where the first server %s the second takes the mail, once, in its time", async (_, first) => {
  const receiver = await receiving();
  const smtpUrls = [await first(), receiver.url];
  const startedAt = performance.now();
  expect(await send(smtpUrls, { deadlineMs: 2_000 })).toMatchObject({ sent: true, receipt: expect.stringContaining("250") });
  expect(performance.now() - startedAt).toBeLessThan(2_000);
  expect(receiver.received).toHaveLength(1);
});

test("where a server took the mail and never says so the second has it too, with the id that makes it a copy", async () => {
  const taken: string[] = [];
  const silent = await goingAlong(5, (mail) => taken.push(mail));
  const receiver = await receiving();
  expect(await send([silent, receiver.url], { deadlineMs: 2_000 })).toMatchObject({ sent: true });
  const [first] = taken;
  const [second] = receiver.received;
  expect(/^Message-ID: (.*)\r$/im.exec(first!)![1]).toBe(second!.mail.messageId);
});

test("where none of three takes it, the reason has what each of them said, and the deadline holds", async () => {
  const smtpUrls = [await goingAlong(2), "smtp://127.0.0.1:1", (await receiving({ rcpt: () => BUSY })).url];
  const startedAt = performance.now();
  const outcome = await send(smtpUrls, { deadlineMs: 1_500 });
  expect(performance.now() - startedAt).toBeLessThan(2_000);
  expect(outcome).toMatchObject({ sent: false, next: "retry" });
  for (const url of smtpUrls) expect(JSON.stringify(outcome)).toContain(new URL(url).host);
});

test("one server's refusal for good is no end while another could not be asked", async () => {
  const receiver = await receiving({ rcpt: () => ({ code: 550, text: "5.7.1 Relaying denied" }) });
  expect(await send([receiver.url, "smtp://127.0.0.1:1"])).toMatchObject({ sent: false, next: "retry" });
});

test("a server's endless answer is bounded and its control characters are written out", async () => {
  const hostile = await playing((socket) => socket.write(`554 \u001b[31m${"x".repeat(10_000)}\r\n`));
  const outcome = await send([hostile]);
  expect(outcome).toMatchObject({ sent: false, reason: expect.stringContaining("\\x1b") });
  expect(JSON.stringify(outcome).length).toBeLessThan(500);
});

function send(
  smtpUrls: string[],
  { deadlineMs = 5_000, idempotencyKey = "key", subject = "Down: mx1 — greeting 554", thread, revokeUrl }: Partial<Parts> = {},
) {
  return sendMail(
    { to: "ops@example.org", subject, text: "the text", html: "<b>the html</b>", thread, revokeUrl },
    { smtpUrls, deadlineMs, idempotencyKey, mailFrom: "Ehlowatch <alerts@example.com>" },
  );
}

/** A server that answers so many commands as it should, and then nothing more; told of the mail where it gets that far. */
function goingAlong(commands: number, onMail: (mail: string) => void = () => undefined): Promise<string> {
  const answers = ["250 mx.example", "250 2.1.0 OK", "250 2.1.5 OK", "354 Go ahead"];
  return playing((socket) => {
    let heard = "";
    let done = 0;
    socket.write("220 mx.example ESMTP\r\n");
    socket.setEncoding("latin1").on("data", (text: string) => {
      heard += text;
      if (done === answers.length && heard.endsWith("\r\n.\r\n")) onMail(heard);
      if (done >= Math.min(commands, answers.length) || !heard.endsWith("\r\n")) return;
      socket.write(`${answers[done++]}\r\n`);
      heard = "";
    });
  });
}

type Parts = { deadlineMs: number; idempotencyKey: string; subject: string; thread: string; revokeUrl: string };

async function receiving(...refuse: Parameters<typeof startMailReceiver>): Promise<MailReceiver> {
  const receiver = await startMailReceiver(...refuse);
  open.push(receiver);
  return receiver;
}

async function playing(onConnection: Parameters<typeof createServer>[1] & object): Promise<string> {
  const server: Server = createServer((socket) => {
    socket.on("error", () => undefined); // the client hangs up when its time is over
    onConnection(socket);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  open.push({ stop: () => server.close() });
  return `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
