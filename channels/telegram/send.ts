import { z } from "zod";
import type { Message } from "#core/message/message.ts";
import type { HttpOutcome } from "#network/http-client.ts";
import type { SendContext, SendOutcome } from "../channel.ts";
import { jsonRequest } from "../json-request.ts";
import { judgeInWords } from "../judge-in-words.ts";
import { readJsonAnswer } from "../read-json-answer.ts";
import { telegramPayload } from "./payload.ts";
import type { TelegramSettings } from "./settings.ts";

const ORIGIN = "https://api.telegram.org";
const LONGEST_RETRY_MS = 24 * 60 * 60_000;

const answerSchema = z.object({
  ok: z.boolean(),
  description: z.string().optional(),
  result: z.object({ message_id: z.number() }).optional(),
  parameters: z.object({ retry_after: z.number().optional(), migrate_to_chat_id: z.number().optional() }).optional(),
});

/** Sends to the chat, as an answer to the first message of the incident where that is still there. */
export async function send(settings: TelegramSettings, message: Message, context: SendContext): Promise<SendOutcome> {
  const { botToken, chatId, topicId } = settings;
  const body = {
    ...telegramPayload(message),
    ...(topicId !== undefined && { message_thread_id: Number(topicId) }),
    ...(context.reference !== null && {
      reply_parameters: { message_id: Number(context.reference), allow_sending_without_reply: true },
    }),
  };
  const post = (chat: string) => context.ask(jsonRequest(`${ORIGIN}/bot${botToken}/sendMessage`, { chat_id: chat, ...body }));

  const answer = await post(chatId);
  const movedTo = readJsonAnswer(answer, answerSchema)?.parameters?.migrate_to_chat_id; // a group that grew has got a new id
  return judge(movedTo === undefined ? answer : await post(String(movedTo)), context.reference);
}

/** Telegram says in its body what went wrong and how long to wait (https://core.telegram.org/bots/api#making-requests). */
function judge(answer: HttpOutcome, reference: string | null): SendOutcome {
  const said = readJsonAnswer(answer, answerSchema);
  const judged = judgeInWords(answer, said?.description);
  if (!judged.sent) {
    const waitMs = (said?.parameters?.retry_after ?? 0) * 1_000;
    return judged.next === "retry" && waitMs > 0 ? { ...judged, retryAfterMs: Math.min(LONGEST_RETRY_MS, waitMs) } : judged;
  }
  if (said?.result === undefined) return { sent: false, next: "retry", reason: `Not an answer of Telegram: ${judged.receipt}` };
  const id = String(said.result.message_id);
  return { sent: true, receipt: `ok, message ${id}`, reference: reference ?? id };
}
