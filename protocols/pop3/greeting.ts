import type { Reason } from "#core/reason/reason.ts";
import { answerReason } from "../dialogue.ts";
import { foreignProtocol } from "../foreign-protocol.ts";
import { holdsText } from "../holds-text.ts";
import type { Pop3Dialogue } from "./dialogue.ts";
import { readReply } from "./read-reply.ts";

/**
 * Waits for the greeting (RFC 1939 section 4). Anything but +OK is a refusal. What greets in another protocol is named, and a banner is held
 * against the text the monitor's owner expects in it.
 */
export async function greeting(dialogue: Pop3Dialogue): Promise<Reason | null> {
  const { session, facts, target } = dialogue;
  const answer = await readReply(session);
  if ("failure" in answer) {
    const protocol = session.heard.first === null ? null : foreignProtocol(session.heard.first, "POP3");
    if (protocol === null)
      return answerReason(dialogue, "greeting", session.heard.hasHidden ? { ...answer, detail: null } : answer);
    return { code: "greeting.not-pop3", stage: "greeting", reply: null, detail: `The server speaks ${protocol}, not POP3.` };
  }
  facts.banner = answer.lines[0] ?? null;
  if (answer.code !== "+OK") return answerReason(dialogue, "greeting", answer);
  const { banner } = target.expect ?? {};
  if (banner === undefined || holdsText(answer.lines, banner)) return null;
  return { code: "greeting.unexpected", stage: "greeting", reply: answer, detail: `The banner does not hold "${banner}".` };
}
