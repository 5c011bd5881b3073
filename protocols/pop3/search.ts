import type { Reason } from "#core/reason/reason.ts";
import { answerReason } from "../dialogue.ts";
import type { Pop3Dialogue } from "./dialogue.ts";
import { readReply } from "./read-reply.ts";
import { messagesIn } from "./stat.ts";

/** A message that just came is among the last ones; of more than these nobody waits for the headers. */
const MOST_LOOKED_AT = 200;

const MOST_HEADER_LINES = 1_000;

const IDENTIFYING = /^(?:message-id|subject):/i;

/**
 * Looks for messages that have one of these words in their Message-ID or their subject among the last ones, by their headers (TOP, RFC 1939 section 7). A mailbox
 * holds still while we are in it: what comes later shows in a later session. What is found stands in `found`.
 */
export async function search(
  dialogue: Pop3Dialogue,
  words: readonly string[],
): Promise<{ found: { number: number; word: string }[]; reason: Reason | null }> {
  const { session } = dialogue;
  const found: { number: number; word: string }[] = [];
  session.send("STAT");
  const stat = await readReply(session);
  if ("failure" in stat || stat.code !== "+OK") return { found, reason: answerReason(dialogue, "search", stat) };
  const messages = messagesIn(stat);
  if (messages === null) {
    const detail = "The answer to STAT does not say how many messages there are.";
    return { found, reason: { code: "search.protocol", stage: "search", reply: stat, detail } };
  }
  for (let number = messages; number > Math.max(0, messages - MOST_LOOKED_AT); number--) {
    session.send(`TOP ${number} 0`);
    const header = await readReply(session, { mostLines: MOST_HEADER_LINES, isMail: true });
    if ("failure" in header || header.code !== "+OK") return { found, reason: answerReason(dialogue, "search", header) };
    const identifying = header.lines.filter((line) => IDENTIFYING.test(line));
    const word = words.find((each) => identifying.some((line) => line.includes(each)));
    if (word !== undefined) found.push({ number, word });
  }
  return { found, reason: null };
}
