import { z } from "zod";
import type { Message } from "#core/message/message.ts";
import type { SendContext, SendOutcome } from "../channel.ts";
import { jsonRequest } from "../json-request.ts";
import { judgeInWords } from "../judge-in-words.ts";
import { readJsonAnswer } from "../read-json-answer.ts";
import { opsgenieRequests, type OpsgenieRequest } from "./payload.ts";
import type { OpsgenieSettings } from "./settings.ts";

const BASES: Record<OpsgenieSettings["site"], string> = {
  us: "https://api.opsgenie.com",
  eu: "https://api.eu.opsgenie.com",
  jsm: "https://api.atlassian.com/jsm/ops/integration",
};

const answerSchema = z.object({
  result: z.string().optional(),
  message: z.string().optional(),
  requestId: z.string().optional(),
  errors: z.record(z.string(), z.string()).optional(),
});

/** Sends the requests of a message in their order. The same alias twice is one alert, so a retry begins from the first. */
export async function send(settings: OpsgenieSettings, message: Message, context: SendContext): Promise<SendOutcome> {
  const [first, ...others] = opsgenieRequests(message);
  let outcome = await post(settings, first!, context);
  for (const request of others) {
    if (outcome.sent) outcome = await post(settings, request, context);
  }
  return outcome;
}

/** 202 says that it will be done, under the id of the request. */
async function post(
  { apiKey, site }: OpsgenieSettings,
  { path, body }: OpsgenieRequest,
  context: SendContext,
): Promise<SendOutcome> {
  const answer = await context.ask(jsonRequest(`${BASES[site]}${path}`, body, { Authorization: `GenieKey ${apiKey}` }));
  const said = readJsonAnswer(answer, answerSchema);
  const errors = Object.values(said?.errors ?? {});
  const judged = judgeInWords(answer, said && [said.result ?? said.message ?? "", ...errors].join(" "));
  return judged.sent && said?.requestId !== undefined
    ? { ...judged, receipt: `${judged.receipt} (request ${said.requestId})` }
    : judged;
}
