import { messageSubject } from "#core/message/message-subject.ts";
import type { Message } from "#core/message/message.ts";
import { listOfAll } from "./list-of-all.ts";
import { renderMail, type Mail } from "./render-mail.ts";
import { ChangeMail } from "./template/change-mail.tsx";
import { ChannelFailedMail } from "./template/channel-failed-mail.tsx";
import { ChannelRevokedMail } from "./template/channel-revoked-mail.tsx";
import { DigestMail, MOST_ROWS } from "./template/digest-mail.tsx";
import { IncidentMail } from "./template/incident-mail.tsx";
import { RecipientRevokedMail } from "./template/recipient-revoked-mail.tsx";
import { TestMail } from "./template/test-mail.tsx";

/**
 * The mail that tells a message; `revokeUrl` is where its reader says that they want no more of them. A digest too long to be read as a mail has
 * all of it attached.
 */
export async function composeMail(message: Message, revokeUrl: string | null = null): Promise<Mail> {
  const mail = await renderMail(messageSubject(message), bodyOf(message, revokeUrl));
  return message.kind === "digest" && message.entries.length > MOST_ROWS ? { ...mail, attached: listOfAll(message) } : mail;
}

function bodyOf(message: Message, revokeUrl: string | null) {
  if (message.kind === "test") return <TestMail {...{ message, revokeUrl }} />;
  if (message.kind === "digest") return <DigestMail {...{ message, revokeUrl }} />;
  if (message.kind === "channel_failed") return <ChannelFailedMail {...{ message, revokeUrl }} />;
  if (message.kind === "channel_revoked") return <ChannelRevokedMail {...{ message, revokeUrl }} />;
  if (message.kind === "recipient_revoked") return <RecipientRevokedMail {...{ message, revokeUrl }} />;
  return message.kind === "change" ? <ChangeMail {...{ message, revokeUrl }} /> : <IncidentMail {...{ message, revokeUrl }} />;
}
