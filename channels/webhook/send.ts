import type { Message } from "#core/message/message.ts";
import type { SendContext, SendOutcome } from "../channel.ts";
import { jsonRequest } from "../json-request.ts";
import { judgeAnswer } from "../judge-answer.ts";
import { webhookPayload } from "./payload.ts";
import type { WebhookSettings } from "./settings.ts";
import { signatureHeaders } from "./signature.ts";

/** Posts a message, signed with the secret, and with the former one while that still counts. */
export async function send(settings: WebhookSettings, message: Message, context: SendContext): Promise<SendOutcome> {
  const { url, headerName, headerValue, signingSecret, formerSecret } = settings;
  const request = jsonRequest(url, webhookPayload(message, context.createdAt));
  const nowMs = Date.now();
  const former = formerSecret !== undefined && nowMs < Date.parse(formerSecret.until) ? [formerSecret.secret] : [];
  const signed = signatureHeaders(context.idempotencyKey, nowMs, request.body, [signingSecret, ...former]);
  const own = headerName === undefined || headerValue === undefined ? {} : { [headerName]: headerValue };
  return judgeAnswer(await context.ask({ ...request, headers: { ...request.headers, ...own, ...signed } }));
}
