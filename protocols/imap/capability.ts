import type { Reason } from "#core/reason/reason.ts";
import { answerReason } from "../dialogue.ts";
import type { ImapDialogue } from "./dialogue.ts";
import { readAnswer } from "./read-answer.ts";
import { TAGS } from "./tags.ts";

/** RFC 9051 section 6.1.1: a server says which IMAP it speaks. */
const IMAP = /^IMAP4/i;

/**
 * Asks for the capabilities (RFC 9051 section 6.1.1), whatever the greeting said of them. After TLS they are asked for anew, and what was
 * offered before no longer counts (section 6.2.1).
 */
export async function capability(
  dialogue: ImapDialogue,
  stage: "capability" | "capability-tls" = "capability",
): Promise<Reason | null> {
  const { session, facts } = dialogue;
  if (stage === "capability-tls") dialogue.offeredInClear = facts.capabilities;
  facts.capabilities = [];
  session.send(`${TAGS[stage]} CAPABILITY`);
  const { answer, capabilities } = await readAnswer(session, { tag: TAGS[stage] });
  if ("failure" in answer || answer.code !== "OK") return answerReason(dialogue, stage, answer);
  if (capabilities === null)
    return { code: `${stage}.protocol`, stage, reply: answer, detail: "The answer does not say what the server can do." };
  facts.capabilities = capabilities;
  if (!capabilities.some((word) => IMAP.test(word))) session.warn("The server does not say which version of IMAP it speaks.");
  return null;
}
