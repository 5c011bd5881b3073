import { canEdit } from "#core/account/role.ts";
import type { Viewer } from "#core/account/viewer.ts";
import { CODE_TRIES, codeSchema } from "#core/channel/channel-code.ts";
import { mailboxSchema } from "#core/monitor/envelope.ts";
import { durationWords } from "#core/text/duration.ts";
import { countGuess } from "#db/rate-limit/count-guess.ts";
import { addRecipient, MOST_RECIPIENTS } from "#db/recipient/add-recipient.ts";
import { confirmRecipient } from "#db/recipient/confirm-recipient.ts";
import { deleteRecipient } from "#db/recipient/delete-recipient.ts";
import { findRecipient } from "#db/recipient/find-recipient.ts";
import { listRecipients } from "#db/recipient/list-recipients.ts";
import { wantCode } from "#db/recipient/want-code.ts";
import { allowAddress } from "#db/revocation/allow-address.ts";
import { env } from "#env.ts";
import { requireViewer } from "./viewer.ts";

const REVOKED = "Whoever reads this mailbox wants nothing sent there. Only they can allow it again.";

/** The mailboxes that the viewer's team sends test messages to, or wants to. */
export async function loadRecipients() {
  const viewer = await requireViewer();
  const recipients = await listRecipients(viewer.teamId);
  return {
    viewer,
    canEdit: canEdit(viewer.role),
    needsProof: !env.EMBEDDED,
    recipients: recipients.map((row) => ({ ...row, isOwn: row.mailbox === viewer.email })),
  };
}

/** Adds a mailbox and has a code sent there; says what is wrong where it does not. That of one's own account is confirmed already. */
export async function askRecipient(
  editor: Viewer,
  typed: string,
): Promise<{ trouble: string } | { mailbox: string; isOwn: boolean }> {
  const parsed = mailboxSchema.safeParse(typed.trim().toLowerCase());
  if (!parsed.success) return { trouble: parsed.error.issues[0]!.message };
  const mailbox = parsed.data;
  const isOwn = mailbox === editor.email;
  const trouble = isOwn ? null : await tooManyCodes(editor, mailbox);
  if (trouble !== null) return { trouble };
  const outcome = await addRecipient(editor.teamId, mailbox, isOwn);
  if (outcome === "there") return { trouble: `${mailbox} is in the list already.` };
  if (outcome === "too-many")
    return { trouble: `A team has at most ${MOST_RECIPIENTS} recipients. Remove one that is not needed.` };
  return { mailbox, isOwn };
}

/** Has another code sent; says why not where it is not. */
export async function sendRecipientCode(editor: Viewer, recipientId: number): Promise<string | null> {
  const recipient = await findRecipient(editor.teamId, recipientId);
  if (recipient === null || recipient.provedAt !== null) return "This recipient needs no code.";
  const isOwn = recipient.mailbox === editor.email;
  if (recipient.revokedAt !== null && !isOwn) return REVOKED;
  const trouble = await tooManyCodes(editor, recipient.mailbox);
  if (trouble !== null) return trouble;
  if (recipient.revokedAt !== null) await allowAddress(editor.teamId, recipient.mailbox);
  return (await wantCode(editor.teamId, recipientId)) ? null : "A code is on its way already.";
}

/** Confirms a recipient by the code that was typed; says what is wrong where it is not. */
export async function confirmRecipientByCode(editor: Viewer, recipientId: number, typed: string): Promise<string | null> {
  const code = codeSchema.safeParse(typed);
  if (!code.success) return code.error.issues[0]!.message;
  const outcome = await confirmRecipient(editor.teamId, recipientId, code.data);
  if (outcome === "confirmed") return null;
  if (outcome === "wrong") return "This is not the code. Look whether there is a later one.";
  return `No code counts any more: it was too old, tried ${CODE_TRIES} times, or revoked. Have a new one sent.`;
}

/** No test message goes there any more. */
export async function withdrawRecipient(editor: Viewer, recipientId: number): Promise<void> {
  await deleteRecipient(editor.teamId, recipientId);
}

/** An address gets few codes, whoever asks and for whatever. */
async function tooManyCodes({ teamId }: Viewer, mailbox: string): Promise<string | null> {
  const waitS = (await countGuess("code:team", teamId)) || (await countGuess("code:address", `email ${mailbox}`));
  return waitS > 0 ? `Enough codes were sent for now. The next can be in ${durationWords(waitS * 1_000)}.` : null;
}
