import { messageFacts, type MessageFacts, type MessageTone } from "#core/message/message-facts.ts";
import type { ChangeMessage, DigestMessage, Message } from "#core/message/message.ts";
import { shortened } from "#core/text/shortened.ts";
import { messageKey } from "../message-key.ts";

/** An event without its routing key, and where it goes: alerts (https://developer.pagerduty.com/docs/events-api-v2/trigger-events/) or changes. */
export type PagerdutyEvent = { path: "/v2/enqueue" | "/v2/change/enqueue"; body: object };

type WordOfChannel = Extract<Message, { kind: "channel_failed" | "channel_revoked" | "recipient_revoked" }>;

const SEVERITIES: Record<MessageTone, string> = { bad: "critical", warning: "warning", good: "info", neutral: "info" };
/** A summary has at most 1,024 characters. */
const MAX_SUMMARY_CHARS = 1_000;

/**
 * The events that tell a message, one after the other. An outage opens an alert under the key of its incident, and what follows changes or
 * resolves that one. A change that needs nobody is a change event, which wakes nobody, and so is a digest, which could not be resolved (none is
 * made for it: core/message/storm.ts) and word of another channel; a test is resolved at once, so that nobody has to.
 * Everything is plain text to PagerDuty.
 */
export function pagerdutyEvents(message: Message): PagerdutyEvent[] {
  const resolve: PagerdutyEvent = { path: "/v2/enqueue", body: { event_action: "resolve", dedup_key: messageKey(message) } };
  if (message.kind === "incident_resolved") return [resolve];
  const facts = messageFacts(message);
  if (isWordOfChannel(message) || message.kind === "digest" || (message.kind === "change" && facts.tone === "neutral"))
    return [changeEvent(message, facts)];
  const trigger = triggerEvent(message, facts);
  return message.kind === "test" ? [trigger, resolve] : [trigger];
}

function isWordOfChannel(message: Message): message is WordOfChannel {
  return ["channel_failed", "channel_revoked", "recipient_revoked"].includes(message.kind);
}

function triggerEvent(message: Exclude<Message, DigestMessage | WordOfChannel>, facts: MessageFacts): PagerdutyEvent {
  const isOfIncident = message.kind !== "test" && message.kind !== "change";
  const payload = {
    summary: shortened(facts.title, MAX_SUMMARY_CHARS),
    source: message.kind === "test" ? "Ehlowatch" : message.target,
    severity: SEVERITIES[facts.tone],
    ...(facts.step !== null && { component: facts.step }),
    ...(isOfIncident && { class: message.reason.code, timestamp: message.startedAt }),
    custom_details: detailsOf(facts),
  };
  const client = { client: "Ehlowatch", client_url: facts.url };
  return {
    path: "/v2/enqueue",
    body: { event_action: "trigger", dedup_key: messageKey(message), ...client, links: linksOf(facts), payload },
  };
}

/** https://developer.pagerduty.com/docs/events-api-v2/send-change-events/ */
function changeEvent(message: ChangeMessage | DigestMessage | WordOfChannel, facts: MessageFacts): PagerdutyEvent {
  const source = message.kind === "change" ? message.target : "Ehlowatch";
  const timestamp = message.kind === "digest" ? message.entries[0]?.at : message.at;
  const summary = shortened(facts.title, MAX_SUMMARY_CHARS);
  return {
    path: "/v2/change/enqueue",
    body: { payload: { summary, timestamp, source, custom_details: detailsOf(facts) }, links: linksOf(facts) },
  };
}

function linksOf({ open, url, acknowledgeUrl }: MessageFacts) {
  const acknowledge = acknowledgeUrl === null ? [] : [{ href: acknowledgeUrl, text: "Acknowledge at Ehlowatch" }];
  return [...acknowledge, { href: url, text: open }];
}

function detailsOf({ sentence, facts, words }: MessageFacts): object {
  return { "What it means": sentence, ...Object.fromEntries(facts), ...(words !== null && { "In its words": words }) };
}
