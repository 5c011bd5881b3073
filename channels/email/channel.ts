import type { Message, MonthlyMessage } from "#core/message/message.ts";
import type { Channel, SendContext, SendOutcome } from "../channel.ts";
import { composeCodeMail } from "./compose-code-mail.tsx";
import { composeMail } from "./compose-mail.tsx";
import { composeMonthlyMail } from "./compose-monthly-mail.tsx";
import { sendMail } from "./send-mail.ts";
import { emailSettings, type EmailSettings } from "./settings.ts";

/** Messages by e-mail, to one address. */
export const email: Channel<"email", EmailSettings> = { kind: "email", settings: emailSettings, send, sendCode, sendMonthly };

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

/** The button of a mail program stops this mail alone: alerts go on. */
async function sendMonthly({ address }: EmailSettings, message: MonthlyMessage, context: SendContext): Promise<SendOutcome> {
  const mail = await composeMonthlyMail(message, context.revokeUrl);
  return sendMail({ ...mail, to: address, thread: message.url, revokeUrl: message.stopUrl }, context);
}
