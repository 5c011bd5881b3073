import type { Reason } from "#core/reason/reason.ts";
import { answerReason } from "../dialogue.ts";
import type { Pop3Dialogue } from "./dialogue.ts";
import { readReply } from "./read-reply.ts";

/** A message of ours has at most 1 MiB; servers put their own header fields before it. */
const MOST = { mostLines: 50_000, mostBytes: 1_088 * 1024, isMail: true } as const;

/** Fetches a message (RFC 1939 section 5), as its text (Latin-1) with CRLF at the end of each line. */
export async function fetchMessage(
  dialogue: Pop3Dialogue,
  number: number,
): Promise<{ text: string; reason: null } | { text: null; reason: Reason | null }> {
  dialogue.session.send(`RETR ${number}`);
  const answer = await readReply(dialogue.session, MOST);
  if ("failure" in answer || answer.code !== "+OK") return { text: null, reason: answerReason(dialogue, "fetch", answer) };
  return {
    text: answer.lines
      .slice(1)
      .map((line) => `${line}\r\n`)
      .join(""),
    reason: null,
  };
}
