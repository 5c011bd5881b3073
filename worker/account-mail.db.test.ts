import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { addAccountMail } from "#db/account-mail/add-account-mail.ts";
import { claimAccountMails } from "#db/account-mail/claim-account-mails.ts";
import { deleteOldAccountMails } from "#db/account-mail/delete-old-account-mails.ts";
import { prisma } from "#db/client.ts";
import { stopListening } from "#db/listen.ts";
import { hashToken } from "#db/token/hash-token.ts";
import { startMailReceiver, type MailReceiver } from "#testing/mail-receiver.ts";
import { makeUser } from "#testing/makers.ts";
import { sendAccountMail, startAccountMail } from "./account-mail.ts";
import { log } from "./log.ts";
import { watchOutage } from "./outage.ts";

const silent = log.child({}, { level: "silent" });
let receiver: MailReceiver;

beforeEach(async () => {
  await prisma.accountMail.deleteMany();
  receiver = await startMailReceiver();
});
afterEach(() => receiver.stop());
afterAll(stopListening);

const signUp = (email: string, passwordHash = "$argon2id$chosen") => addAccountMail({ purpose: "sign_up", email, passwordHash });
const reset = (email: string) => addAccountMail({ purpose: "reset_password", email });
const stateOf = (id: number) => prisma.accountMail.findUniqueOrThrow({ where: { id }, include: { token: true } });
const tokenIn = (index: number) => /token=([\w-]{43})\b/.exec(receiver.received[index]!.mail.text!)![1]!;

async function sendDue(smtpUrls = [receiver.url]): Promise<void> {
  for (const claimed of await claimAccountMails(10)) await sendAccountMail(claimed, smtpUrls, silent);
}
const comesDue = (id: number) => prisma.accountMail.update({ where: { id }, data: { nextAttemptAt: new Date(0) } });

test("a sign-up of an unknown address gets a link whose token is kept as its hash alone", async () => {
  const id = await signUp("new@example.org");
  await sendDue();
  expect(receiver.received.map(({ mail, to }) => [mail.subject, to])).toEqual([["Confirm your address", ["new@example.org"]]]);

  const state = await stateOf(id);
  expect(state).toMatchObject({ status: "sent", sentAt: expect.any(Date), passwordHash: null });
  expect(state.token).toMatchObject({
    purpose: "sign_up",
    email: "new@example.org",
    passwordHash: "$argon2id$chosen",
    usedAt: null,
  });
  expect(Buffer.from(state.token!.hash)).toEqual(hashToken(tokenIn(0)));
  expect(hoursUntil(state.token!.expiresAt)).toBeCloseTo(24, 1);
});

test("a sign-up of an address that has an account is told so, and no token is made", async () => {
  const { email } = await makeUser();
  const id = await signUp(email);
  await sendDue();
  expect(receiver.received.map(({ mail }) => mail.subject)).toEqual(["You already have an account"]);
  expect(await stateOf(id)).toMatchObject({ status: "sent", token: null, passwordHash: null });
});

test("a reset for a user gets a link that works for half an hour", async () => {
  const { email } = await makeUser();
  const id = await reset(email);
  await sendDue();
  expect(receiver.received.map(({ mail }) => mail.subject)).toEqual(["Choose a new password"]);
  const { token } = await stateOf(id);
  expect(Buffer.from(token!.hash)).toEqual(hashToken(tokenIn(0)));
  expect(hoursUntil(token!.expiresAt)).toBeCloseTo(0.5, 1);
});

test("a reset for an address without an account sends nothing and is done", async () => {
  const id = await reset("nobody@example.org");
  await sendDue();
  expect(receiver.received).toEqual([]);
  expect(await stateOf(id)).toMatchObject({ status: "sent", token: null });
});

test("a mail that did not go out is tried again with a new token in place of the old", async () => {
  const id = await signUp("new@example.org");
  await sendDue(["smtp://127.0.0.1:1"]);
  const first = await stateOf(id);
  expect(first).toMatchObject({ status: "pending", attempts: 1, passwordHash: "$argon2id$chosen" });
  expect(first.nextAttemptAt.getTime()).toBeGreaterThan(Date.now());

  await comesDue(id);
  await sendDue();
  const second = await stateOf(id);
  expect(second).toMatchObject({ status: "sent", attempts: 2, token: { passwordHash: "$argon2id$chosen" } });
  expect(Buffer.from(second.token!.hash)).toEqual(hashToken(tokenIn(0)));
  expect(second.token!.hash).not.toEqual(first.token!.hash);
  expect(await prisma.token.count({ where: { accountMailId: id } })).toBe(1);
});

test("a mail whose sender crashed is sent by another, once", async () => {
  const id = await signUp("new@example.org");
  expect(await claimAccountMails(10)).toHaveLength(1);
  await sendDue();
  expect(receiver.received).toHaveLength(0);
  await prisma.accountMail.update({ where: { id }, data: { claimedAt: new Date(Date.now() - 121_000) } });
  await sendDue();
  await sendDue();
  expect(receiver.received).toHaveLength(1);
});

test("a second sign-up of the same address leaves the link of the first alone", async () => {
  const [mine, theirs] = [await signUp("new@example.org", "mine"), await signUp("new@example.org", "theirs")];
  await sendDue();
  expect(await stateOf(mine)).toMatchObject({ token: { passwordHash: "mine" } });
  expect(await stateOf(theirs)).toMatchObject({ token: { passwordHash: "theirs" } });
});

test("a link that was used is not replaced when its mail is sent again", async () => {
  const id = await signUp("new@example.org");
  await sendDue();
  await prisma.token.update({ where: { accountMailId: id }, data: { usedAt: new Date() } });
  await prisma.accountMail.update({ where: { id }, data: { status: "pending", nextAttemptAt: new Date(0) } });
  await sendDue();
  expect(receiver.received).toHaveLength(1);
  expect(await stateOf(id)).toMatchObject({ status: "sent", token: { usedAt: expect.any(Date) } });
});

test("an address that does not exist is given up, and the password hash forgotten", async () => {
  const refusing = await startMailReceiver({ rcpt: () => ({ code: 550, text: "5.1.1 No such user" }) });
  const id = await signUp("typo@example.org");
  await sendDue([refusing.url]);
  await refusing.stop();
  expect(await stateOf(id)).toMatchObject({ status: "failed", passwordHash: null });
});

test("nobody waits longer for a reset than its link would have worked", async () => {
  const { email } = await makeUser();
  const id = await reset(email);
  await prisma.accountMail.update({ where: { id }, data: { createdAt: new Date(Date.now() - 31 * 60_000) } });
  await sendDue(["smtp://127.0.0.1:1"]);
  expect(await stateOf(id)).toMatchObject({ status: "failed" });
});

test("of twenty who claim at once each mail goes to one", async () => {
  await Promise.all(Array.from({ length: 8 }, (_, index) => signUp(`user${index}@example.org`)));
  const claims = (await Promise.all(Array.from({ length: 20 }, () => claimAccountMails(3)))).flat();
  expect(new Set(claims.map(({ accountMailId }) => accountMailId)).size).toBe(8);
  expect(claims).toHaveLength(8);
});

test("the worker is woken by a mail that is asked for", async () => {
  const stop = startAccountMail({ log: silent, outage: watchOutage(silent, "the database"), roads: { smtpUrls: [receiver.url] } });
  await sleep(300); // the look at the start finds nothing
  await signUp("new@example.org");
  for (const end = Date.now() + 2_500; receiver.received.length === 0 && Date.now() < end;) await sleep(20);
  await stop();
  expect(receiver.received).toHaveLength(1);
});

test("a week later a mail and its token are forgotten", async () => {
  const id = await signUp("new@example.org");
  await sendDue();
  expect(await deleteOldAccountMails()).toBe(0);
  await prisma.accountMail.update({ where: { id }, data: { createdAt: new Date(Date.now() - 7.1 * 86_400_000) } });
  expect(await deleteOldAccountMails()).toBe(1);
  expect(await prisma.token.count({ where: { accountMailId: id } })).toBe(0);
});

function hoursUntil(at: Date): number {
  return (at.getTime() - Date.now()) / 3_600_000;
}
