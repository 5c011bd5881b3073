import { z } from "zod";
import type { Message } from "#core/message/message.ts";
import type { SendContext, SendOutcome } from "../channel.ts";
import { jsonRequest } from "../json-request.ts";
import { judgeInWords } from "../judge-in-words.ts";
import { readJsonAnswer } from "../read-json-answer.ts";
import { pagerdutyEvents, type PagerdutyEvent } from "./payload.ts";
import type { PagerdutySettings } from "./settings.ts";

const ORIGINS: Record<PagerdutySettings["region"], string> = {
  us: "https://events.pagerduty.com",
  eu: "https://events.eu.pagerduty.com",
};

const answerSchema = z.object({ message: z.string(), errors: z.array(z.string()).optional() });

/** Sends the events of a message in their order. The same event twice is one alert to PagerDuty, so a retry begins from the first. */
export async function send(settings: PagerdutySettings, message: Message, context: SendContext): Promise<SendOutcome> {
  const [first, ...others] = pagerdutyEvents(message);
  let outcome = await enqueue(settings, first!, context);
  for (const event of others) {
    if (outcome.sent) outcome = await enqueue(settings, event, context);
  }
  return outcome;
}

async function enqueue(
  { routingKey, region }: PagerdutySettings,
  event: PagerdutyEvent,
  context: SendContext,
): Promise<SendOutcome> {
  const answer = await context.ask(jsonRequest(`${ORIGINS[region]}${event.path}`, { routing_key: routingKey, ...event.body }));
  const said = readJsonAnswer(answer, answerSchema);
  return judgeInWords(answer, said && [said.message, ...(said.errors ?? [])].join(": "));
}
