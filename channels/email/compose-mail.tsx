import type { Message } from "#core/message.ts";
import { messageSubject } from "#core/message-subject.ts";
import { renderMail, type Mail } from "./render-mail.ts";
import { IncidentMail } from "./template/incident-mail.tsx";
import { TestMail } from "./template/test-mail.tsx";

/** The mail that tells a message. */
export async function composeMail(message: Message): Promise<Mail> {
  return renderMail(
    messageSubject(message),
    message.kind === "test" ? <TestMail message={message} /> : <IncidentMail message={message} />,
  );
}
