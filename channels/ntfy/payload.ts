import { messageFacts, type MessageTone } from "#core/message/message-facts.ts";
import type { Message } from "#core/message/message.ts";
import { shortened } from "#core/text/shortened.ts";
import { plainText } from "../plain-text.ts";

/** What a server of ntfy takes as JSON, besides the topic (https://docs.ntfy.sh/publish/#publish-as-json). */
export type NtfyPayload = {
  title: string;
  message: string;
  priority: number;
  tags: string[];
  click: string;
  actions: { action: "view"; label: string; url: string }[];
};

/** A tag that ntfy knows is shown as its emoji. */
const TAGS: Record<MessageTone, string> = {
  bad: "rotating_light",
  warning: "warning",
  good: "white_check_mark",
  neutral: "information_source",
};
/** From 1 to 5; 5 rings on. */
const PRIORITIES: Record<MessageTone, number> = { bad: 5, warning: 4, good: 3, neutral: 3 };

const MAX_TITLE_CHARS = 200;
/** A message of more than 4,096 bytes is shown as a file, and the JSON around it may have twice that. */
const MAX_MESSAGE_BYTES = 3_000;

/** A message as plain text: ntfy reads Markdown only where it is asked to. In JSON, since headers hold Latin-1 and one line. */
export function ntfyPayload(message: Message): NtfyPayload {
  const facts = messageFacts(message);
  const acknowledge =
    facts.acknowledgeUrl === null ? [] : [{ action: "view" as const, label: "Acknowledge", url: facts.acknowledgeUrl }];
  return {
    title: shortened(facts.title, MAX_TITLE_CHARS),
    message: cutToBytes(plainText(facts)),
    priority: PRIORITIES[facts.tone],
    tags: [TAGS[facts.tone]],
    click: facts.url,
    actions: [...acknowledge, { action: "view", label: facts.open, url: facts.url }],
  };
}

function cutToBytes(text: string): string {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length <= MAX_MESSAGE_BYTES) return text;
  const cut = new TextDecoder().decode(bytes.subarray(0, MAX_MESSAGE_BYTES - 3)); // room for the ellipsis
  return `${cut.replace(/\ufffd$/, "")}…`;
}
