import { statusOfReason } from "#core/reason/reason-status.ts";
import type { Reason } from "#core/reason/reason.ts";
import type { CertificateProblem } from "#network/certificate-problem.ts";
import { encryptionProblems } from "#network/encryption-problem.ts";
import type { Handshake } from "#network/handshake.ts";
import { judgeCertificate } from "#network/judge-certificate.ts";
import { sharedSecureContext, type SharedContext } from "#network/secure-context.ts";
import { degrade, type Dialogue } from "./dialogue.ts";

/**
 * Shakes hands for TLS, whatever the server has, and then judges the encryption and the certificate. With TLS "if offered" what is
 * wrong with them only degrades: senders deliver anyway (RFC 7435). A handshake that fails is a failure in every mode: the connection is
 * lost. Of several things wrong the gravest is the reason, and the others are warnings.
 */
export async function tls(dialogue: Dialogue): Promise<Reason | null> {
  const { session, target } = dialogue;
  const trusted = trustedBy(dialogue);
  if (trusted.unreadable > 0) session.warn("An authority that is to be trusted here is no certificate, and is left out.");
  const handshake = await session.secure(target.host, trusted.context);
  if ("failure" in handshake) return { code: `tls.${handshake.failure}`, stage: "tls", reply: null, detail: handshake.detail };

  dialogue.onCertificates?.(handshake.shown.all());
  const [gravest, ...others] = judge(dialogue, handshake, trusted);
  for (const { sentence } of others) session.warn(sentence);
  dialogue.isPrivate = gravest === undefined || gravest.code === "tls.expiring";
  if (gravest === undefined) return null;
  const reason: Reason = { code: gravest.code, stage: "tls", reply: null, detail: gravest.detail };
  if (isDown(gravest) && target.tls !== "starttls") return reason;
  degrade(dialogue, reason);
  return null;
}

function trustedBy({ target, extraCas }: Dialogue): SharedContext {
  const ca = target.trust?.ca;
  return sharedSecureContext(ca === undefined ? extraCas : [...extraCas, ca]);
}

/** One thing that is wrong, as a reason and as a sentence of its own. */
type Finding = { code: `tls.${string}` & Reason["code"]; detail: string; sentence: string };

/** Everything that is wrong, the gravest first; what an exception is made of is told and does not count. */
function judge({ session, target, facts, now }: Dialogue, handshake: Handshake, trusted: SharedContext): Finding[] {
  const { chain } = handshake.shown;
  facts.tls = { protocol: handshake.protocol, cipher: handshake.cipher };
  facts.certificate = chain?.facts ?? null;
  session.note(`${handshake.protocol}, ${handshake.cipher}`);
  if (chain !== null) session.note(`certificate ${chain.facts.subject}, until ${chain.facts.notAfter}`);

  const wanted = { host: target.host, trust: target.trust, trusted };
  const { problems, excepted } = judgeCertificate(handshake, wanted, now());
  for (const problem of excepted) session.warn(`${sentenceOf(problem)} That counts as fine here.`);
  const findings: Finding[] = [
    ...encryptionProblems(handshake).map(({ failure, detail }) => ({ code: `tls.${failure}` as const, detail, sentence: detail })),
    ...problems.map((problem) => ({
      code: `tls.${problem.failure}` as const,
      detail: problem.detail,
      sentence: sentenceOf(problem),
    })),
  ];
  return [...findings.filter(isDown), ...findings.filter((finding) => !isDown(finding))];
}

function isDown({ code }: Finding): boolean {
  return statusOfReason(code) === "down";
}

function sentenceOf({ detail }: CertificateProblem): string {
  return `The certificate ${detail}.`;
}
