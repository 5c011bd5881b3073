import type { MessageFacts } from "#core/message/message-facts.ts";

/** What a message tells below its title, as lines of plain text: what it means, the facts, the server's words. */
export function plainText({ sentence, facts, words }: MessageFacts): string {
  const told = facts.map(([label, value]) => `${label}: ${value}`);
  return [sentence, ...(told.length === 0 ? [] : ["", ...told]), ...(words === null ? [] : ["", words])].join("\n");
}
