import type { Reason } from "#core/reason/reason.ts";
import { answerReason } from "../dialogue.ts";
import { foreignProtocol } from "../foreign-protocol.ts";
import { holdsText } from "../holds-text.ts";
import type { SmtpDialogue } from "./dialogue.ts";
import { readReply } from "./read-reply.ts";

/**
 * Waits for the last line of the greeting; nothing is said before it (RFC 5321 section 4.3.1). Anything but 220 is a refusal. What
 * greets in another protocol is named, and a banner is held against the text the monitor's owner expects in it.
 */
export async function greeting(dialogue: SmtpDialogue): Promise<Reason | null> {
  const { session, facts, target } = dialogue;
  const answer = await readReply(session);
  if ("failure" in answer) {
    const protocol = session.heard.first === null ? null : foreignProtocol(session.heard.first, "SMTP");
    if (protocol === null)
      return answerReason(dialogue, "greeting", session.heard.hasHidden ? { ...answer, detail: null } : answer);
    return { code: "greeting.not-smtp", stage: "greeting", reply: null, detail: `The server speaks ${protocol}, not SMTP.` };
  }
  facts.banner = answer.lines[0] ?? null;
  if (answer.code !== 220) return answerReason(dialogue, "greeting", answer);
  const { banner } = target.expect ?? {};
  if (banner === undefined || holdsText(answer.lines, banner)) return null;
  return { code: "greeting.unexpected", stage: "greeting", reply: answer, detail: `The banner does not hold "${banner}".` };
}
