import type { Reason } from "#core/reason.ts";
import { answerReason, degrade, offersStarttls, type SmtpDialogue } from "./dialogue.ts";
import { readReply } from "./read-reply.ts";

/**
 * Asks for TLS (RFC 3207). Where TLS is not required, a refusal only degrades: mail would still be delivered, in the clear. What
 * the server sends after its 220 came before TLS and is dropped and reported: acting on it is how answers are forged.
 */
export async function starttls(dialogue: SmtpDialogue): Promise<Reason | null> {
  const { session, target } = dialogue;
  const isRequired = target.tls === "starttls-required";
  if (!offersStarttls(dialogue)) return notOffered(dialogue, isRequired);
  session.send("STARTTLS");
  const answer = await readReply(session);
  if ("failure" in answer) return answerReason(dialogue, "starttls", answer);
  if (answer.code !== 220) {
    const refused = answerReason(dialogue, "starttls", answer);
    if (isRequired || refused === null) return refused;
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

/** Where TLS is not required, an offer that was there before and is gone is told: somebody on the way may take it out. */
function notOffered(dialogue: SmtpDialogue, isRequired: boolean): Reason | null {
  if (isRequired) {
    const detail = dialogue.memory.hasOfferedStarttls ? "It was offered before." : null;
    return { code: "starttls.missing", stage: "starttls", reply: null, detail };
  }
  degrade(dialogue, { code: "starttls.vanished", stage: "starttls", reply: null, detail: null });
  return null;
}
