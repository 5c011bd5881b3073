import { createHash } from "node:crypto";
import type { Message } from "#core/message/message.ts";

/**
 * What all messages of one incident have in common, and no other: a provider that keeps alerts of its own puts them together by it. Short, and
 * of letters, digits and a dash. Changes of one monitor have one, too.
 */
export function messageKey({ url }: Pick<Message, "url">): string {
  return `ehlowatch-${createHash("sha256").update(url).digest("hex").slice(0, 32)}`;
}
