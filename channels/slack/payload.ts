import { messageFacts, type MessageFacts } from "#core/message/message-facts.ts";
import type { Message } from "#core/message/message.ts";
import { shortened } from "#core/text/shortened.ts";
import { TONE_COLOURS } from "../tone-colours.ts";

/** A message of Slack: one line of text, for notifications too, and below it blocks beside a coloured bar. */
export type SlackPayload = {
  text: string;
  /** Together they leave the text as it is: no mentions, links or bold are looked for in it. */
  mrkdwn: false;
  parse: "none";
  link_names: false;
  unfurl_links: false;
  unfurl_media: false;
  attachments: { color: string; blocks: object[] }[];
};

/** What Slack calls our button in what it tells of a click. */
export const ACKNOWLEDGE = "acknowledge";

/** Far below the 4,000 characters that are advised for the text; escaping may make five of one. */
const MAX_TITLE_CHARS = 300;

/**
 * A message as Slack takes it, by webhook as by chat.postMessage. What others wrote stands in rich text, whose elements are data and never
 * parsed; in the line of text `&`, `<` and `>` are escaped, which takes mentions and links their start
 * (https://docs.slack.dev/messaging/formatting-message-text). Where Slack `tellsClicks`, acknowledging is a button; otherwise it is a link.
 */
export function slackPayload(message: Message, tellsClicks: boolean): SlackPayload {
  const facts = messageFacts(message);
  return {
    text: escaped(shortened(facts.title, MAX_TITLE_CHARS)),
    mrkdwn: false,
    parse: "none",
    link_names: false,
    unfurl_links: false,
    unfurl_media: false,
    attachments: [{ color: TONE_COLOURS[facts.tone], blocks: [richText(facts), buttons(facts, tellsClicks)] }],
  };
}

function richText({ sentence, facts, words }: MessageFacts) {
  const lines = facts.flatMap(([label, value]) => [text(`\n${label}: `, true), text(value)]);
  const section = { type: "rich_text_section", elements: [text(sentence), ...lines] };
  const said = words === null ? [] : [{ type: "rich_text_preformatted", elements: [text(words)] }];
  return { type: "rich_text", elements: [section, ...said] };
}

function text(content: string, isBold = false) {
  return { type: "text", text: content, ...(isBold && { style: { bold: true } }) };
}

function buttons({ open, url, acknowledgeUrl, tone }: MessageFacts, tellsClicks: boolean) {
  return {
    type: "actions",
    elements: [...acknowledge(acknowledgeUrl, tellsClicks, tone === "bad"), button("open", open, { url })],
  };
}

/** The button carries the same signed link that its reader would follow: it says which incident, and in which channel. */
function acknowledge(acknowledgeUrl: string | null, tellsClicks: boolean, isPrimary: boolean) {
  if (acknowledgeUrl === null) return [];
  const link = new URL(acknowledgeUrl).searchParams.get("link");
  const does = tellsClicks && link !== null ? { value: link } : { url: acknowledgeUrl };
  return [{ ...button(ACKNOWLEDGE, "Acknowledge", does), ...(isPrimary && { style: "primary" }) }];
}

function button(action: string, label: string, does: { url: string } | { value: string }) {
  return { type: "button", action_id: action, text: { type: "plain_text", text: label, emoji: false }, ...does };
}

/** `&`, `<` and `>` are the only characters that Slack parses. */
function escaped(plain: string): string {
  return plain.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
