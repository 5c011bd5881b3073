import { z } from "zod";
import type { Message } from "#core/message/message.ts";
import type { SendContext, SendOutcome } from "../channel.ts";
import { jsonRequest } from "../json-request.ts";
import { judgeInWords } from "../judge-in-words.ts";
import { readJsonAnswer } from "../read-json-answer.ts";
import { discordPayload } from "./payload.ts";
import type { DiscordSettings } from "./settings.ts";

const answerSchema = z.object({ id: z.string().optional(), message: z.string().optional(), retry_after: z.number().optional() });

/**
 * Sends by the webhook and waits for Discord to have saved the message: without that it tells of no error. A webhook can neither answer a
 * message nor begin a thread in a text channel, so a recovery stands for itself.
 */
export async function send({ webhookUrl }: DiscordSettings, message: Message, context: SendContext): Promise<SendOutcome> {
  const answer = await context.ask(jsonRequest(`${webhookUrl}?wait=true`, discordPayload(message)));
  const said = readJsonAnswer(answer, answerSchema);
  const judged = judgeInWords(answer, said?.message);
  if (judged.sent) return { sent: true, receipt: said?.id === undefined ? judged.receipt : `saved as message ${said.id}` };
  if (judged.next === "give-up" || judged.retryAfterMs !== undefined || said?.retry_after === undefined) return judged;
  return { ...judged, retryAfterMs: Math.ceil(said.retry_after * 1_000) }; // the body says it where a header was lost on the way
}
