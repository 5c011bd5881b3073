import { messageFacts, type MessageFacts, type MessageTone } from "#core/message/message-facts.ts";
import type { Message } from "#core/message/message.ts";
import { shortened } from "#core/text/shortened.ts";

/** What sendMessage takes besides the chat (https://core.telegram.org/bots/api#sendmessage). */
export type TelegramPayload = {
  text: string;
  parse_mode: "HTML";
  link_preview_options: { is_disabled: true };
  reply_markup?: { inline_keyboard: { text: string; url: string }[][] };
};

/** Telegram shows no colours. */
const SIGNS: Record<MessageTone, string> = { bad: "🔴", warning: "🟠", good: "🟢", neutral: "🔵" };

/** A message has at most 4,096 characters after its marks are read. All of these together stay below. */
const MAX_TITLE_CHARS = 200;
const MAX_SENTENCE_CHARS = 1_000;
const MAX_VALUE_CHARS = 200;
const MAX_WORDS_CHARS = 1_000;

/**
 * A message as HTML of Telegram (https://core.telegram.org/bots/api#html-style). What others wrote is escaped, and stands in `code` or `pre`,
 * or has its signs cut off from what follows them: elsewhere Telegram makes links of names with a dot, @somebody, #tag and /command.
 */
export function telegramPayload(message: Message): TelegramPayload {
  const facts = messageFacts(message);
  const buttons = [
    ...(facts.acknowledgeUrl === null ? [] : [{ text: "Acknowledge", url: facts.acknowledgeUrl }]),
    { text: facts.open, url: facts.url },
  ];
  const canHaveButtons = buttons.every(({ url }) => isPublic(url));
  return {
    text: [...textOf(facts), ...(canHaveButtons ? [] : [`\n${escaped(facts.url)}`])].join("\n"),
    parse_mode: "HTML",
    link_preview_options: { is_disabled: true },
    ...(canHaveButtons && { reply_markup: { inline_keyboard: [buttons] } }),
  };
}

function textOf({ tone, title, sentence, facts, words }: MessageFacts): string[] {
  return [
    `${SIGNS[tone]} <b>${unlinked(shortened(title, MAX_TITLE_CHARS))}</b>`,
    "",
    unlinked(shortened(sentence, MAX_SENTENCE_CHARS)),
    ...(facts.length === 0 ? [] : [""]),
    ...facts.map(([label, value]) => `${escaped(label)}: <code>${escaped(shortened(value, MAX_VALUE_CHARS))}</code>`),
    ...(words === null ? [] : ["", `<pre>${escaped(shortened(words, MAX_WORDS_CHARS))}</pre>`]),
  ];
}

/** A word joiner after each sign that could begin or make a link: the text looks as before and leads nowhere. */
function unlinked(text: string): string {
  return escaped(text.replaceAll(/[@#/.:$](?=\S)/g, "$&\u2060"));
}

/** The four named characters are all that Telegram knows. */
function escaped(plain: string): string {
  return plain.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** Telegram refuses a whole message for a button that leads to a name without a dot, such as localhost. */
function isPublic(url: string): boolean {
  return new URL(url).hostname.includes(".");
}
