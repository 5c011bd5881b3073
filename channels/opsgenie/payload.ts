import { messageFacts, type MessageFacts, type MessageTone } from "#core/message/message-facts.ts";
import type { Message } from "#core/message/message.ts";
import { shortened } from "#core/text/shortened.ts";
import { messageKey } from "../message-key.ts";

/** What "Create alert" and "Close alert" take (https://docs.opsgenie.com/docs/alert-api), and at which path. */
export type OpsgenieRequest = { path: string; body: object };

const PRIORITIES: Record<MessageTone, string> = { bad: "P1", warning: "P3", good: "P5", neutral: "P5" };
const SOURCE = "Ehlowatch";

/** A message has at most 130 characters, a description 15,000, the value of a detail counts towards 8,000, a note 25,000. */
const MAX_MESSAGE_CHARS = 130;
const MAX_DETAIL_CHARS = 500;

/**
 * The requests that tell a message, one after the other. An alert has the key of its incident as alias, so what follows adds to it, and the end
 * closes it. A test is closed at once. What others wrote stands in `message` and `details`, which are plain text: the description may be
 * read as HTML, so in it their signs are escaped.
 */
export function opsgenieRequests(message: Message): OpsgenieRequest[] {
  const facts = messageFacts(message);
  const alias = messageKey(message);
  const close = {
    path: `/v2/alerts/${alias}/close?identifierType=alias`,
    body: { source: SOURCE, note: `${facts.title}. ${facts.sentence}` },
  };
  if (message.kind === "incident_resolved") return [close];
  const create = {
    path: "/v2/alerts",
    body: {
      message: shortened(facts.title, MAX_MESSAGE_CHARS),
      alias,
      description: descriptionOf(facts),
      details: detailsOf(facts),
      ...("target" in message && { entity: message.target }),
      tags: ["ehlowatch"],
      source: SOURCE,
      priority: PRIORITIES[facts.tone],
    },
  };
  return message.kind === "test" ? [create, close] : [create];
}

function descriptionOf({ sentence, words, url, acknowledgeUrl }: MessageFacts): string {
  const links = [url, ...(acknowledgeUrl === null ? [] : [`Acknowledge: ${acknowledgeUrl}`])];
  return [escaped(sentence), ...(words === null ? [] : [escaped(words)]), ...links].join("\n\n");
}

function detailsOf({ facts }: MessageFacts): Record<string, string> {
  return Object.fromEntries(facts.map(([label, value]) => [label, shortened(value, MAX_DETAIL_CHARS)]));
}

function escaped(plain: string): string {
  return plain.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
