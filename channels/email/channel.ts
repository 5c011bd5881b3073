import type { Message } from "#core/message/message.ts";
import type { Channel, SendContext, SendOutcome } from "../channel.ts";
import { composeCodeMail } from "./compose-code-mail.tsx";
import { composeMail } from "./compose-mail.tsx";
import { sendMail } from "./send-mail.ts";
import { emailSettings, type EmailSettings } from "./settings.ts";

/** Messages by e-mail, to one address. */
export const email: Channel<"email", EmailSettings> = { kind: "email", settings: emailSettings, send, sendCode };

async function send({ address }: EmailSettings, message: Message, context: SendContext): Promise<SendOutcome> {
  const mail = await composeMail(message, context.revokeUrl);
  const isOfIncident = message.kind.startsWith("incident_");
  const thread = isOfIncident ? message.url : undefined; // "down" and "up again" stand together
  return sendMail({ ...mail, to: address, thread, revokeUrl: context.revokeUrl }, context);
}

async function sendCode({ address }: EmailSettings, code: string, context: SendContext): Promise<SendOutcome> {
  const { revokeUrl } = context;
  return sendMail({ ...(await composeCodeMail(code, revokeUrl)), to: address, revokeUrl }, context);
}
