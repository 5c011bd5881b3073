import { beforeEach, expect, test } from "vitest";
import type { Viewer } from "#core/account/viewer.ts";
import { CODE_TRIES } from "#core/channel/channel-code.ts";
import { prisma } from "#db/client.ts";
import { findHeld } from "#db/recipient/find-held.ts";
import { listRecipients } from "#db/recipient/list-recipients.ts";
import { allowAddress } from "#db/revocation/allow-address.ts";
import { findRevocable } from "#db/revocation/find-revocable.ts";
import { revokeAddress } from "#db/revocation/revoke-address.ts";
import { findViewer } from "#db/user/find-viewer.ts";
import type { Team } from "#prisma/generated/client.ts";
import { startMailReceiver, type MailReceiver } from "#testing/mail-receiver.ts";
import { makeChannel, makeTeam, makeUser } from "#testing/makers.ts";
import { sendRecipientCodes } from "#testing/send-recipient-codes.ts";
import { sendWaiting } from "#testing/send-waiting.ts";
import { askRecipient, confirmRecipientByCode, sendRecipientCode, withdrawRecipient } from "./recipient.ts";

const ADA = "ada@example.org";
const NO_CODE = /^No code counts any more/;

let team: Team;
let editor: Viewer;
let receiver: MailReceiver;

beforeEach(async () => {
  await prisma.rateLimit.deleteMany();
  await prisma.recipient.deleteMany();
  team = await makeTeam();
  const { id, sessionVersion } = await makeUser({ team });
  editor = (await findViewer(id, sessionVersion))!;
  receiver = await startMailReceiver();
  return () => receiver.stop();
});

/** Sends the codes that wait; returns how many. */
const mailAll = (urls = [receiver.url]) => sendRecipientCodes(urls);
const codes = () => receiver.received.filter(({ to }) => to.includes(ADA)).map(({ mail }) => /^\d{6}/.exec(mail.subject ?? "")![0]);
const only = async () => (await listRecipients(team.id))[0]!;
const isHeld = () => findHeld(team.id, [ADA], true);

async function askForAda(): Promise<number> {
  expect(await askRecipient(editor, ` ${ADA.toUpperCase()} `)).toEqual({ mailbox: ADA, isOwn: false });
  return (await only()).recipientId;
}

test("a mailbox gets a code, and is written to once it was entered, by this team alone (S11)", async () => {
  const recipientId = await askForAda();
  expect(await only()).toMatchObject({ isCodeWanted: true, provedAt: null, sentAt: null });
  expect(await mailAll()).toBe(1);
  expect(await only()).toMatchObject({ isCodeWanted: false, sentAt: expect.any(Date), failure: null });
  const [code = ""] = codes();
  expect(await isHeld()).toEqual({ because: "unproved", mailbox: ADA });
  expect(await confirmRecipientByCode(editor, recipientId, code === "000000" ? "000001" : "000000")).toMatch(
    /^This is not the code/,
  );
  expect(await confirmRecipientByCode({ ...editor, teamId: editor.teamId + 1 }, recipientId, code)).toMatch(NO_CODE);
  expect(await confirmRecipientByCode(editor, recipientId, code)).toBeNull();
  expect(await isHeld()).toBeNull();
  expect(await findHeld((await makeTeam()).id, [ADA], true)).toEqual({ because: "unproved", mailbox: ADA });
  expect(await sendRecipientCode(editor, recipientId)).toBe("This recipient needs no code.");
  expect(await mailAll()).toBe(0);
  await withdrawRecipient(editor, recipientId);
  expect(await isHeld()).toMatchObject({ because: "unproved" });
});

test("a code counts for few tries and for a while, the latest only, and is sealed at rest", async () => {
  const recipientId = await askForAda();
  await mailAll();
  expect(await sendRecipientCode(editor, recipientId)).toBeNull();
  expect(await sendRecipientCode(editor, recipientId)).toBe("A code is on its way already.");
  await mailAll();
  const [first = "", second = ""] = codes();
  const { code } = await prisma.recipient.findUniqueOrThrow({ where: { id: recipientId } });
  expect(Buffer.from(code!).includes(second)).toBe(false);
  for (let count = 0; count < CODE_TRIES; count++) {
    expect(await confirmRecipientByCode(editor, recipientId, first)).toMatch(/^This is not the code/);
  }
  expect(await confirmRecipientByCode(editor, recipientId, second)).toMatch(NO_CODE);
  await sendRecipientCode(editor, recipientId);
  await mailAll();
  await prisma.recipient.update({ where: { id: recipientId }, data: { codeExpiresAt: new Date() } });
  expect(await confirmRecipientByCode(editor, recipientId, codes()[2]!)).toMatch(NO_CODE);
});

test("whoever reads the mail stops all by its link: no code is sent, none counts, nothing goes there, until they allow it", async () => {
  const recipientId = await askForAda();
  await mailAll();
  const link = new URL(/http\S+\/revoke\?link=[\w.-]+/.exec(receiver.received[0]!.mail.text!)![0]).searchParams.get("link");
  const found = (await findRevocable(link))!;
  expect(found).toMatchObject({ teamName: team.name, address: ADA, kinds: [], isTested: true });
  await makeChannel(team, { to: "ops@example.org" });
  await makeChannel(await makeTeam(), { to: "stranger@example.org" });
  await revokeAddress(found.teamId, found.address);
  expect(await confirmRecipientByCode(editor, recipientId, codes()[0]!)).toMatch(NO_CODE);
  await sendWaiting(team, [receiver.url]);
  const [, told] = receiver.received;
  expect([told!.to, told!.mail.subject]).toEqual([["ops@example.org"], `Revoked: no test messages to ${ADA} any more`]);
  expect(told!.mail.text).toContain(`Whoever reads ${ADA} has stopped what your team sends there.`);
  expect(told!.mail.text).toContain(`/settings/recipients#${encodeURIComponent(ADA)}`);
  receiver.received.length = 1;
  expect(await sendRecipientCode(editor, recipientId)).toMatch(/Only they can allow it again/);
  expect(await only()).toMatchObject({ revokedAt: expect.any(Date), isCodeWanted: false });
  await withdrawRecipient(editor, recipientId);
  await askForAda(); // made anew, it is revoked still
  expect(await mailAll()).toBe(0);
  expect(codes()).toHaveLength(1);
  expect(await isHeld()).toMatchObject({ because: "revoked" });

  await allowAddress(team.id, ADA);
  await mailAll();
  expect(await confirmRecipientByCode(editor, (await only()).recipientId, codes().at(-1)!)).toBeNull();
  expect(await isHeld()).toBeNull();
});

test("the address of one's own account needs no code, and what is no mailbox, or there already, is told", async () => {
  expect(await askRecipient(editor, editor.email)).toMatchObject({ isOwn: true });
  expect(await findHeld(team.id, [editor.email], true)).toBeNull();
  expect(await askRecipient(editor, editor.email)).toMatchObject({ trouble: expect.stringContaining("in the list already") });
  for (const typed of ["", "ada", "a@b\r\nRCPT TO:<x@example.org>", "ada@example.org%0d%0a", '"a b"@example.org']) {
    expect(await askRecipient(editor, typed), `of “${typed}”`).toMatchObject({
      trouble: expect.stringMatching(/no e-mail address/),
    });
  }
  expect(await mailAll()).toBe(0);
});

test("an address gets few codes, whoever asks", async () => {
  const recipientId = await askForAda();
  await mailAll();
  for (let count = 1; count < 5; count++) {
    expect(await sendRecipientCode(editor, recipientId)).toBeNull();
    await mailAll();
  }
  expect(await sendRecipientCode(editor, recipientId)).toMatch(/^Enough codes were sent for now/);
  const other = await makeUser();
  const stranger = (await findViewer(other.id, other.sessionVersion))!;
  expect(await askRecipient(stranger, ADA)).toMatchObject({ trouble: expect.stringMatching(/^Enough codes/) });
  expect(codes()).toHaveLength(5);
});

test("a code that does not get there is tried again, and given up once it would come too late", async () => {
  await askForAda();
  await mailAll(["smtp://127.0.0.1:1"]);
  expect(await only()).toMatchObject({ isCodeWanted: true, failure: expect.stringContaining("127.0.0.1:1") });
  expect(await mailAll()).toBe(0); // not due yet
  await prisma.recipient.updateMany({ data: { nextAttemptAt: new Date(), wantedAt: new Date(Date.now() - 3_600_000) } });
  await mailAll(["smtp://127.0.0.1:1"]);
  expect(await only()).toMatchObject({ isCodeWanted: false, failure: expect.any(String), sentAt: null });
});
