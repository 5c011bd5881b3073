import type { Message } from "#core/message.ts";
import { messageSubject } from "#core/message-subject.ts";
import { renderMail, type Mail } from "./render-mail.ts";
import { ChangeMail } from "./template/change-mail.tsx";
import { IncidentMail } from "./template/incident-mail.tsx";
import { TestMail } from "./template/test-mail.tsx";

/** The mail that tells a message. */
export async function composeMail(message: Message): Promise<Mail> {
  return renderMail(messageSubject(message), bodyOf(message));
}

function bodyOf(message: Message) {
  if (message.kind === "test") return <TestMail message={message} />;
  return message.kind === "change" ? <ChangeMail message={message} /> : <IncidentMail message={message} />;
}
