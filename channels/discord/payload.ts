import { messageFacts, type MessageFacts } from "#core/message/message-facts.ts";
import type { Message } from "#core/message/message.ts";
import { shortened } from "#core/text/shortened.ts";
import { TONE_COLOURS } from "../tone-colours.ts";

/** What "Execute Webhook" takes (https://discord.com/developers/docs/resources/webhook#execute-webhook). */
export type DiscordPayload = { embeds: [DiscordEmbed]; allowed_mentions: { parse: [] } };
export type DiscordEmbed = {
  title: string;
  url: string;
  description: string;
  color: number;
  fields: { name: string; value: string; inline?: boolean }[];
};

/** A title has at most 256 characters, a description 4,096, the value of a field 1,024, and all of an embed 6,000; escaping may double a text. */
const MAX_TITLE_CHARS = 120;
const MAX_SENTENCE_CHARS = 600;
const MAX_VALUE_CHARS = 200;
const MAX_WORDS_CHARS = 900;

/**
 * A message as one embed. Nobody is mentioned, whatever a text says (`allowed_mentions`). What others wrote has a backslash before every
 * sign of Discord's Markdown, or stands in a code block that it cannot close. A webhook that belongs to no application shows no buttons that
 * can be relied on, so the title is a link, and so are the words under the embed.
 */
export function discordPayload(message: Message): DiscordPayload {
  const facts = messageFacts(message);
  return {
    embeds: [
      {
        title: escaped(shortened(facts.title, MAX_TITLE_CHARS)),
        url: facts.url,
        description: escaped(shortened(facts.sentence, MAX_SENTENCE_CHARS)),
        color: Number.parseInt(TONE_COLOURS[facts.tone].slice(1), 16),
        fields: fieldsOf(facts),
      },
    ],
    allowed_mentions: { parse: [] },
  };
}

function fieldsOf({ facts, words, open, url, acknowledgeUrl }: MessageFacts): DiscordEmbed["fields"] {
  const links = [...(acknowledgeUrl === null ? [] : [`[Acknowledge](${acknowledgeUrl})`]), `[${open}](${url})`];
  return [
    ...facts.map(([name, value]) => ({ name, value: escaped(shortened(value, MAX_VALUE_CHARS)), inline: true })),
    ...(words === null ? [] : [{ name: "In its words", value: codeBlock(shortened(words, MAX_WORDS_CHARS)) }]),
    { name: "\u200b", value: links.join(" · ") },
  ];
}

/** Every sign that Discord's Markdown may begin with, the colon of `https://` too: a bare URL becomes a link. */
function escaped(plain: string): string {
  return plain.replaceAll(/[\\*_~`|<>[\]()#@]|:(?=\/)|^[-+]/g, "\\$&");
}

/** Nothing is read in a code block but its end: a zero-width space stands between backticks. */
function codeBlock(plain: string): string {
  return `\`\`\`\n${plain.replaceAll(/`(?=`|$)/g, "`\u200b")}\n\`\`\``;
}
