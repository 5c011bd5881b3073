import type { Reason } from "#core/reason/reason.ts";
import { answerReason } from "../dialogue.ts";
import { holdsText } from "../holds-text.ts";
import type { SmtpDialogue } from "./dialogue.ts";
import { readReply } from "./read-reply.ts";

/** With these a server says that it does not know EHLO, and HELO is tried (RFC 5321 section 3.2). */
const UNKNOWN_COMMAND = [500, 502, 504];

/**
 * Says EHLO, or HELO to a server that does not know it, and learns the capabilities. After TLS it is said anew and what was offered
 * before no longer counts (RFC 3207 section 4.2).
 */
export async function ehlo(dialogue: SmtpDialogue, stage: "ehlo" | "ehlo-tls" = "ehlo"): Promise<Reason | null> {
  const { session, target, facts } = dialogue;
  if (stage === "ehlo-tls") dialogue.offeredInClear = facts.capabilities;
  facts.capabilities = [];
  session.send(`EHLO ${target.ehloName}`);
  let answer = await readReply(session);
  if ("code" in answer && answer.code === 220) {
    // A second greeting that came late: the answer to EHLO comes after it.
    session.odd("desync", "The server greeted twice.", "greeting");
    answer = await readReply(session);
  }
  if ("code" in answer && UNKNOWN_COMMAND.includes(answer.code)) {
    session.warn("The server does not know EHLO, only HELO.");
    session.send(`HELO ${target.ehloName}`);
    answer = await readReply(session);
    return "code" in answer && answer.code === 250 ? null : answerReason(dialogue, stage, answer);
  }
  if ("failure" in answer || answer.code !== 250) return answerReason(dialogue, stage, answer);
  facts.capabilities = answer.lines
    .slice(1)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  noteNames(dialogue, answer.lines[0] ?? "");
  const expected = target.expect?.ehlo;
  if (expected === undefined || holdsText(answer.lines, expected)) return null;
  return { code: "ehlo.unexpected", stage, reply: answer, detail: `The answer to EHLO does not hold "${expected}".` };
}

/** The name in the greeting should be the one in the answer to EHLO (RFC 5321 sections 4.2 and 4.3.1); some servers say ours instead. */
function noteNames({ session, facts }: SmtpDialogue, answered: string): void {
  const [greeted = ""] = (facts.banner ?? "").split(" ", 1);
  const [named = ""] = answered.split(" ", 1);
  if (!greeted.includes(".") || !named.includes(".") || greeted.toLowerCase() === named.toLowerCase()) return;
  session.warn(`The server greets as ${greeted} and answers EHLO as ${named}.`);
}
