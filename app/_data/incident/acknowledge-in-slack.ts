import { log } from "#app/_data/log.ts";
import { readSlackClick, slackAnswer } from "#channels/slack/click.ts";
import { isSignedBySlack } from "#channels/slack/is-signed.ts";
import type { AcknowledgeLink } from "#core/message/acknowledge-link.ts";
import { readSigningSecret } from "#db/channel/read-signing-secret.ts";
import { acknowledgeOnChannel } from "#db/incident/acknowledge-on-channel.ts";
import { findLinkedIncident } from "#db/incident/find-linked-incident.ts";
import { readLink } from "#db/incident/sign-link.ts";
import { env } from "#env.ts";
import { askHttp, type HttpOutcome, type HttpRequest } from "#network/http-client.ts";

/** Slack shows whoever has pressed a warning after three seconds. */
const ANSWER_WITHIN_MS = 2_000;

/**
 * Somebody has pressed "Acknowledge" in Slack. The button says which channel it was sent to, and that one's signing secret whether it is Slack
 * that says so. The message then shows what came of it. False where it is not Slack; what else Slack tells changes nothing.
 */
export async function acknowledgeInSlack(
  body: string,
  headers: Headers,
  ask: (request: HttpRequest) => Promise<HttpOutcome> = askSlack,
): Promise<boolean> {
  const click = readSlackClick(body);
  if (click === null) return true; // our other buttons are links, of which Slack tells all the same
  const link = readLink(click.link);
  const secret = link && (await readSigningSecret(link.channelId));
  const [timestamp, signature] = [headers.get("x-slack-request-timestamp"), headers.get("x-slack-signature")];
  if (!link || !secret || !isSignedBySlack({ body, timestamp, signature }, secret, Date.now())) return false;

  const isTheirs = await acknowledgeOnChannel(link.incidentId, link.channelId, click.by);
  const answer = slackAnswer(click, isTheirs ? `Acknowledged by ${click.by}` : await whyNot(link));
  const outcome = answer && (await ask(answer));
  if (outcome && !(outcome.answered && outcome.status === 200)) {
    const failure = outcome.answered ? `HTTP ${outcome.status}` : outcome.failure;
    log.warn({ failure, incidentId: link.incidentId }, "a message in Slack could not be changed");
  }
  return true;
}

async function whyNot(link: AcknowledgeLink): Promise<string> {
  const linked = await findLinkedIncident(link);
  if (!linked) return "This incident is not there any more.";
  return linked.isOver ? "It is over." : "Somebody has it already.";
}

/** The URL comes from Slack itself and is one of its own, so that the address guard lets through what is public. */
function askSlack(request: HttpRequest): Promise<HttpOutcome> {
  const dns = { dnsServers: env.DNS_SERVERS, secondDnsServers: env.DNS_SECOND_SERVERS };
  return askHttp(request, { allowPrivate: false, ...dns, timeLimitMs: ANSWER_WITHIN_MS });
}
