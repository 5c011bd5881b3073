import { execFile } from "node:child_process";
import { createConnection } from "node:net";
import { createTransport } from "nodemailer";
import { afterEach, beforeEach, expect, test } from "vitest";
import { prisma } from "#db/client.ts";
import { keepMessage } from "#db/mailbox/keep-message.ts";
import { listMessages } from "#db/mailbox/list-messages.ts";
import { readMessage } from "#db/mailbox/read-message.ts";
import { pool } from "#db/pool.ts";
import { log } from "../log.ts";
import { openMailbox, type Mailbox } from "./open-mailbox.ts";

const silent = log.child({}, { level: "silent" });
let mailbox: Mailbox;

beforeEach(async () => {
  await prisma.mailboxMessage.deleteMany();
  mailbox = await openMailbox(0, silent);
});
afterEach(() => mailbox.close());

const send = (mail: { subject?: string; text?: string; html?: string; to?: string }) =>
  createTransport({ host: "127.0.0.1", port: mailbox.port }).sendMail({
    from: "alerts@example.com",
    to: "ops@example.org",
    ...mail,
  });

test("a mail lies in the mailbox as it was sent, with both its bodies and its envelope", async () => {
  await send({ subject: "Grüße — 554", text: "the text\n", html: "<b>the html</b>", to: "Ops <ops@example.org>, b@example.org" });
  const [listed] = await listMessages(10);
  expect(listed).toMatchObject({
    sender: "alerts@example.com",
    recipients: ["ops@example.org", "b@example.org"],
    subject: "Grüße — 554",
  });
  const message = await readMessage(listed!.id);
  expect(message).toMatchObject({ text: "the text\n", html: "<b>the html</b>" });
});

test("the newest mail comes first, and a thousand are kept", async () => {
  const raw = Buffer.from("Subject: x\r\n\r\nx");
  const mail = { sender: "a@example.org", recipients: ["b@example.org"], text: "x", html: null, raw };
  for (let count = 0; count < 1_010; count++) await keepMessage({ ...mail, subject: `mail ${count}` });
  expect(await prisma.mailboxMessage.count()).toBe(1_000);
  expect((await listMessages(2)).map(({ subject }) => subject)).toEqual(["mail 1009", "mail 1008"]);
});

test("a mail without a body, a subject or headers is kept too", async () => {
  await speak(["EHLO test", "MAIL FROM:<>", "RCPT TO:<ops@example.org>", "DATA", "."]);
  expect(await listMessages(10)).toMatchObject([{ sender: "", recipients: ["ops@example.org"], subject: "" }]);
});

test("bytes that are no mail are kept, even those that PostgreSQL's text cannot hold", async () => {
  await speak([
    "EHLO test",
    "MAIL FROM:<a@example.org>",
    "RCPT TO:<ops@example.org>",
    "DATA",
    "Subject: a\0b",
    "",
    "c\0d\u00ff",
    ".",
  ]);
  const [listed] = await listMessages(1);
  expect(listed!.subject).not.toContain("\0");
  expect((await readMessage(listed!.id))!.text).toContain("c");
});

test("a mail larger than five megabytes is refused and not kept", async () => {
  await expect(send({ text: "x".repeat(6 * 1024 * 1024) })).rejects.toMatchObject({ responseCode: 552 });
  expect(await listMessages(10)).toEqual([]);
});

test("while the database is away the sender is asked to try again, and then nothing is lost", async () => {
  const query =
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()";
  await pool.query("alter table mailbox_message rename to away");
  await expect(send({ subject: "first try" })).rejects.toMatchObject({ responseCode: 451 });
  await pool.query("alter table away rename to mailbox_message");
  await pool.query(query); // the connections it had are gone
  await send({ subject: "second try" });
  expect(await listMessages(10)).toMatchObject([{ subject: "second try" }]);
});

test("a mail on its way in is stored before the mailbox closes", async () => {
  let closed: Promise<void> | undefined;
  await speak(
    ["EHLO a.example", "MAIL FROM:<a@example.com>", "RCPT TO:<b@example.com>", "DATA", "Subject: just in time", "", "."],
    () => {
      closed = mailbox.close(); // the server waits for the mail, and is asked to close before it has a byte of it
    },
  );
  await closed;
  expect(await listMessages(10)).toMatchObject([{ subject: "just in time" }]);
  mailbox = await openMailbox(0, silent);
});

test("nobody outside of this machine reaches it", async () => {
  const listening = await new Promise<string>((resolve, reject) =>
    execFile("ss", ["-Hltn", `sport = :${mailbox.port}`], (error, stdout) => (error ? reject(error) : resolve(stdout))),
  );
  expect(listening).toContain(`127.0.0.1:${mailbox.port}`);
  expect(listening.trim().split("\n")).toHaveLength(1);
});

/** Says lines one after the other, each after the reply to the one before. Bytes are Latin-1. `beforeMail` is called between DATA and the mail. */
function speak(lines: string[], beforeMail?: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const rest = [...lines];
    const inData = lines.indexOf("DATA") + 1;
    const socket = createConnection(mailbox.port, "127.0.0.1");
    socket.setEncoding("latin1");
    socket.on("error", reject);
    socket.on("data", (reply: string) => {
      if (!/^\d{3} /m.test(reply)) return;
      if (rest.length === 0) {
        socket.end("QUIT\r\n");
        return resolve();
      }
      const isData = lines.length - rest.length === inData;
      if (isData) beforeMail?.();
      const next = isData ? rest.splice(0) : rest.splice(0, 1);
      socket.write(`${next.join("\r\n")}\r\n`, "latin1");
    });
  });
}
