import { z } from "zod";
import type { Message } from "#core/message/message.ts";
import type { HttpOutcome } from "#network/http-client.ts";
import type { SendContext, SendOutcome } from "../channel.ts";
import { jsonRequest } from "../json-request.ts";
import { judgeAnswer, shownWords } from "../judge-answer.ts";
import { readJsonAnswer } from "../read-json-answer.ts";
import { slackPayload } from "./payload.ts";
import type { SlackSettings } from "./settings.ts";

const POST_MESSAGE = "https://slack.com/api/chat.postMessage";

/** Errors of chat.postMessage that pass by themselves; every other one is about the app, the channel or the message. */
const PASSING = [
  "ratelimited",
  "rate_limited",
  "message_limit_exceeded",
  "internal_error",
  "fatal_error",
  "service_unavailable",
  "request_timeout",
  "team_added_to_org",
];
/** The first message was deleted or cannot be answered: then the channel itself is told. */
const NO_THREAD = ["thread_not_found", "cannot_reply_to_message", "message_not_found", "restricted_action_thread_locked"];

const answerSchema = z.object({
  ok: z.boolean(),
  ts: z.string().optional(),
  error: z.string().optional(),
  needed: z.string().optional(),
});

/** Sends by the way the team has set up. A bot answers in the thread of the first message, and shows it in the channel too. */
export async function send(settings: SlackSettings, message: Message, context: SendContext): Promise<SendOutcome> {
  const payload = slackPayload(message, settings.signingSecret !== undefined);
  if (settings.way === "webhook") return judgeAnswer(await context.ask(jsonRequest(settings.webhookUrl ?? "", payload))); // answers in words: "ok", "no_service"

  const post = async (thread: object) => {
    const body = { channel: settings.channelId, ...payload, ...thread };
    return judgePosted(await context.ask(jsonRequest(POST_MESSAGE, body, { Authorization: `Bearer ${settings.botToken}` })));
  };
  if (context.reference === null) return post({});
  const inThread = await post({ thread_ts: context.reference, reply_broadcast: true });
  const isGone = !inThread.sent && NO_THREAD.some((error) => inThread.reason.includes(error));
  if (isGone) return post({});
  return inThread.sent ? { ...inThread, reference: context.reference } : inThread;
}

/** chat.postMessage says 200 whatever came of it, and the rest in `ok` and `error`. */
function judgePosted(answer: HttpOutcome): SendOutcome {
  const judged = judgeAnswer(answer);
  if (!judged.sent) return judged;
  const said = readJsonAnswer(answer, answerSchema);
  if (said === null) return { sent: false, next: "retry", reason: `Not an answer of Slack: ${judged.receipt}` };
  if (said.ok) return { sent: true, receipt: `ok, message ${said.ts}`, reference: said.ts };
  const missing = said.needed === undefined ? "" : `, needed: ${said.needed}`;
  return {
    sent: false,
    next: PASSING.includes(said.error ?? "") ? "retry" : "give-up",
    reason: `Slack says ${shownWords(`${said.error}${missing}`)}`,
  };
}
