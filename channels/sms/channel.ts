import { CODE_LIFETIME_MS } from "#core/channel/channel-code.ts";
import type { Message } from "#core/message/message.ts";
import type { Channel, SendContext, SendOutcome } from "../channel.ts";
import { countryComplaint } from "../phone-provider/phone-number.ts";
import { sendInOrder } from "../phone-provider/send-in-order.ts";
import { smsSettings, type SmsSettings } from "./settings.ts";
import { smsCodeText, smsText } from "./text.ts";

/** Texts to a mobile phone. */
export const sms: Channel<"sms", SmsSettings> = { kind: "sms", settings: smsSettings, send, sendCode };

async function send({ number }: SmsSettings, message: Message, context: SendContext): Promise<SendOutcome> {
  return sendText(number, smsText(message), context);
}

async function sendCode({ number }: SmsSettings, code: string, context: SendContext): Promise<SendOutcome> {
  return sendText(number, smsCodeText(code, CODE_LIFETIME_MS / 60_000, context.revokeUrl), context);
}

async function sendText(to: string, text: string, context: SendContext): Promise<SendOutcome> {
  const complaint = countryComplaint(to, context.phoneCountries);
  if (complaint !== null) return { sent: false, next: "give-up", reason: complaint };
  const outcome = await sendInOrder(to, context, (provider, ask) =>
    provider.sendSms({ to, text, reportUrl: `${context.reportUrl}/${provider.name}` }, ask),
  );
  if (!outcome.sent || outcome.used === undefined) return outcome;
  return { ...outcome, receipt: `${outcome.receipt}, ${outcome.used === 1 ? "1 segment" : `${outcome.used} segments`}` };
}
