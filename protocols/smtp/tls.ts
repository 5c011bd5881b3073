import type { Reason } from "#core/reason.ts";
import { certificateFacts } from "#network/certificate-facts.ts";
import { certificateProblem } from "#network/certificate-problem.ts";
import { degrade } from "./dialogue.ts";
import type { SmtpDialogue } from "./dialogue.ts";

/**
 * Shakes hands for TLS and judges the certificate. With STARTTLS "if offered" a bad certificate only degrades: senders deliver
 * anyway (RFC 7435). A handshake that fails is a failure in every mode: the connection is lost.
 */
export async function tls(dialogue: SmtpDialogue): Promise<Reason | null> {
  const { session, target, facts } = dialogue;
  const handshake = await session.secure(target.host, dialogue.secureContext);
  if ("failure" in handshake) return { code: `tls.${handshake.failure}`, stage: "tls", reply: null, detail: handshake.detail };

  facts.tls = { protocol: handshake.protocol, cipher: handshake.cipher };
  facts.certificate = certificateFacts(handshake.certificate);
  session.note(`${handshake.protocol}, ${handshake.cipher}`);
  if (facts.certificate !== null) session.note(`certificate ${facts.certificate.subject}, until ${facts.certificate.notAfter}`);

  const problem = certificateProblem(handshake, facts.certificate, target.host, Date.now());
  dialogue.isPrivate = problem === null || problem.failure === "expiring";
  if (problem === null) return null;
  const reason: Reason = { code: `tls.${problem.failure}`, stage: "tls", reply: null, detail: problem.detail };
  if (problem.failure !== "expiring" && target.tls !== "starttls") return reason;
  degrade(dialogue, reason);
  return null;
}
