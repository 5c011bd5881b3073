import type { Reason } from "#core/reason.ts";
import type { SmtpDialogue } from "./dialogue.ts";
import { foreignProtocol } from "./foreign-protocol.ts";
import { answerReason, readReply } from "./read-reply.ts";

/**
 * Waits for the last line of the greeting; nothing is said before it (RFC 5321 section 4.3.1). Anything but 220 is a refusal. What
 * greets in another protocol is named.
 */
export async function greeting({ session, facts }: SmtpDialogue): Promise<Reason | null> {
  const answer = await readReply(session);
  if ("failure" in answer) {
    const heard = session.transcript.lines.find((line) => line.stage === "greeting" && line.direction === "received");
    const protocol = heard === undefined ? null : foreignProtocol(heard.text);
    if (protocol === null) return answerReason("greeting", answer);
    return answerReason("greeting", { failure: "protocol", detail: `The server speaks ${protocol}, not SMTP.` });
  }
  facts.banner = answer.lines[0] ?? null;
  return answer.code === 220 ? null : answerReason("greeting", answer);
}
