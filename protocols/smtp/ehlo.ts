import type { Reason } from "#core/reason.ts";
import type { SmtpDialogue } from "./dialogue.ts";
import { answerReason, readReply } from "./read-reply.ts";

/** With these a server says that it does not know EHLO, and HELO is tried (RFC 5321 section 3.2). */
const UNKNOWN_COMMAND = [500, 502, 504];

/**
 * Says EHLO, or HELO to a server that does not know it, and learns the capabilities. After TLS it is said anew and what was offered
 * before no longer counts (RFC 3207 section 4.2).
 */
export async function ehlo({ session, target, facts }: SmtpDialogue, stage: "ehlo" | "ehlo-tls" = "ehlo"): Promise<Reason | null> {
  facts.capabilities = [];
  session.send(`EHLO ${target.ehloName}`);
  let answer = await readReply(session);
  if ("code" in answer && UNKNOWN_COMMAND.includes(answer.code)) {
    session.warn("The server does not know EHLO, only HELO.");
    session.send(`HELO ${target.ehloName}`);
    answer = await readReply(session);
    return "code" in answer && answer.code === 250 ? null : answerReason(stage, answer);
  }
  if ("failure" in answer || answer.code !== 250) return answerReason(stage, answer);
  facts.capabilities = answer.lines
    .slice(1)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  return null;
}
