import { z } from "zod";
import type { Message } from "#core/message/message.ts";
import type { SendContext, SendOutcome } from "../channel.ts";
import { jsonRequest } from "../json-request.ts";
import { judgeInWords } from "../judge-in-words.ts";
import { readJsonAnswer } from "../read-json-answer.ts";
import { ntfyPayload } from "./payload.ts";
import type { NtfySettings } from "./settings.ts";

const answerSchema = z.object({ id: z.string().optional(), code: z.number().optional(), error: z.string().optional() });

/** Publishes to the topic. Messages of ntfy stand alone, a recovery too. */
export async function send(
  { serverUrl, topic, token }: NtfySettings,
  message: Message,
  context: SendContext,
): Promise<SendOutcome> {
  const headers: Record<string, string> = token === undefined ? {} : { Authorization: `Bearer ${token}` };
  const answer = await context.ask(jsonRequest(`${serverUrl}/`, { topic, ...ntfyPayload(message) }, headers));
  const said = readJsonAnswer(answer, answerSchema);
  const judged = judgeInWords(answer, said?.error && `${said.error} (${said.code})`);
  if (!judged.sent) return judged;
  // a web page that says 200 is some other server's
  if (said?.id === undefined) return { sent: false, next: "give-up", reason: `Not an answer of ntfy: ${judged.receipt}` };
  return { sent: true, receipt: `published as ${said.id}` };
}
