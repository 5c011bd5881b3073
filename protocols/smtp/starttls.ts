import type { Reason } from "#core/reason.ts";
import { degrade, offersStarttls } from "./dialogue.ts";
import type { SmtpDialogue } from "./dialogue.ts";
import { answerReason, readReply } from "./read-reply.ts";

/**
 * Asks for TLS (RFC 3207). Where TLS is not required, a refusal only degrades: mail would still be delivered, in the clear. What
 * the server sends after its 220 came before TLS and is dropped and reported: acting on it is how answers are forged.
 */
export async function starttls(dialogue: SmtpDialogue): Promise<Reason | null> {
  const { session, target } = dialogue;
  const isRequired = target.tls === "starttls-required";
  if (!offersStarttls(dialogue)) return { code: "starttls.missing", stage: "starttls", reply: null, detail: null };
  session.send("STARTTLS");
  const answer = await readReply(session);
  if ("failure" in answer) return answerReason("starttls", answer);
  if (answer.code !== 220) {
    const refused = answerReason("starttls", answer);
    if (isRequired) return refused;
    degrade(dialogue, refused);
    return null;
  }
  const injected = session.dropUnread();
  if (injected !== "") {
    const detail = `${injected.length} bytes came in the clear after the reply to STARTTLS.`;
    degrade(dialogue, { code: "starttls.injection", stage: "starttls", reply: null, detail });
  }
  dialogue.isReadyForTls = true;
  return null;
}
