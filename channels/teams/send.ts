import { z } from "zod";
import type { Message } from "#core/message/message.ts";
import type { SendContext, SendOutcome } from "../channel.ts";
import { jsonRequest } from "../json-request.ts";
import { judgeInWords } from "../judge-in-words.ts";
import { readJsonAnswer } from "../read-json-answer.ts";
import { teamsPayload } from "./payload.ts";
import type { TeamsSettings } from "./settings.ts";

const errorSchema = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

/**
 * Gives the card to the workflow. 202 says that the workflow runs, not that Teams shows the card; it tells no id of a message, so a recovery
 * stands for itself.
 */
export async function send({ webhookUrl }: TeamsSettings, message: Message, context: SendContext): Promise<SendOutcome> {
  const answer = await context.ask(jsonRequest(webhookUrl, teamsPayload(message)));
  const said = readJsonAnswer(answer, errorSchema)?.error;
  const judged = judgeInWords(answer, said && `${said.code}: ${withoutUrls(said.message)}`);
  return judged.sent ? { sent: true, receipt: `${judged.receipt}, taken by the workflow` } : judged;
}

/** Azure repeats parts of what it was asked, and the URL is the key. */
function withoutUrls(words: string): string {
  return words.replaceAll(/https?:\/\/\S+/g, "…");
}
