import { z } from "zod";
import type { IncidentMessage, Message } from "#core/message/message.ts";
import type { SendContext, SendOutcome } from "../channel.ts";
import { formRequest } from "../form-request.ts";
import { judgeInWords } from "../judge-in-words.ts";
import { messageKey } from "../message-key.ts";
import { readJsonAnswer } from "../read-json-answer.ts";
import { pushoverPayload } from "./payload.ts";
import type { PushoverSettings } from "./settings.ts";

const ORIGIN = "https://api.pushover.net";
/** Who asks again sooner than this after a 5xx may be shut out (https://pushover.net/api#friendly). */
const REST_AFTER_TROUBLE_MS = 5_000;

const answerSchema = z.object({
  status: z.number(),
  request: z.string().optional(),
  receipt: z.string().optional(),
  errors: z.array(z.string()).optional(),
});

/** Sends the message. What is over rings no more: its reminders are called off before the recovery is told. */
export async function send(settings: PushoverSettings, message: Message, context: SendContext): Promise<SendOutcome> {
  const { userKey, appToken, urgency, device } = settings;
  if (message.kind === "incident_resolved" && urgency === "emergency") await callOff(appToken, message, context);

  const fields = { token: appToken, user: userKey, device, ...pushoverPayload(message, urgency) };
  const answer = await context.ask(formRequest(`${ORIGIN}/1/messages.json`, fields));
  const said = readJsonAnswer(answer, answerSchema);
  const judged = judgeInWords(answer, said?.errors?.join(", "));
  if (judged.sent && said?.status === 1) return { sent: true, receipt: `queued as ${said.receipt ?? said.request}` };
  if (judged.sent) return { sent: false, next: "give-up", reason: `Not queued: ${judged.receipt}` };
  const isTroubled = answer.answered && answer.status >= 500 && judged.next === "retry";
  return isTroubled ? { ...judged, retryAfterMs: Math.max(REST_AFTER_TROUBLE_MS, judged.retryAfterMs ?? 0) } : judged;
}

/** Whether it works or not, the recovery is told: the reminders end by themselves. */
async function callOff(appToken: string, message: IncidentMessage, context: SendContext): Promise<void> {
  await context.ask(formRequest(`${ORIGIN}/1/receipts/cancel_by_tag/${messageKey(message)}.json`, { token: appToken }));
}
