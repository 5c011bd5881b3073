import type { Reason } from "#core/reason/reason.ts";
import { answerReason } from "../dialogue.ts";
import { foreignProtocol } from "../foreign-protocol.ts";
import { holdsText } from "../holds-text.ts";
import type { ImapDialogue } from "./dialogue.ts";
import { readAnswer } from "./read-answer.ts";

/** A response code, which is no part of the text (RFC 9051 section 7.1). */
const RESPONSE_CODE = /^\[[^\]]*\] ?/;

/**
 * Waits for the greeting (RFC 9051 section 7.1.5). BYE is a refusal; PREAUTH is one too where TLS or a login is wanted, which are not allowed
 * after it (section 7.1.4). What greets in another protocol is named, and a banner is held against the text the monitor's owner expects in it.
 */
export async function greeting(dialogue: ImapDialogue): Promise<Reason | null> {
  const { session, facts, target } = dialogue;
  const { answer } = await readAnswer(session, {});
  if ("failure" in answer) {
    const protocol = session.heard.first === null ? null : foreignProtocol(session.heard.first, "IMAP");
    if (protocol === null)
      return answerReason(dialogue, "greeting", session.heard.hasHidden ? { ...answer, detail: null } : answer);
    return { code: "greeting.not-imap", stage: "greeting", reply: null, detail: `The server speaks ${protocol}, not IMAP.` };
  }
  facts.banner = answer.lines[0]?.replace(RESPONSE_CODE, "") ?? null;
  if (answer.code === "BYE") return answerReason(dialogue, "greeting", answer);
  if (answer.code === "PREAUTH") {
    if (target.tls === "starttls-required" || target.login !== undefined)
      return { code: "greeting.preauth", stage: "greeting", reply: answer, detail: null };
    session.warn("The server says that we are logged in already (PREAUTH).");
  }
  const { banner } = target.expect ?? {};
  if (banner === undefined || holdsText(answer.lines, banner)) return null;
  return { code: "greeting.unexpected", stage: "greeting", reply: answer, detail: `The banner does not hold "${banner}".` };
}
