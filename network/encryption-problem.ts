import type { EncryptionFailure } from "#core/reason/reason.ts";
import type { Handshake } from "./handshake.ts";

/** What is wrong with the encryption that was agreed on; `detail` is a sentence. */
export type EncryptionProblem = { failure: EncryptionFailure; detail: string };

/** The versions that are still to be used (RFC 8996); Node writes them so. */
const CURRENT_VERSIONS = ["TLSv1.2", "TLSv1.3"];

/**
 * Suites that do not encrypt, or with no server proven, or with what can be broken: ciphers of 40 to 64 bits and RC4 (RFC 7465),
 * Triple-DES, whose blocks are too small (CVE-2016-2183), and MD5.
 */
const WEAK_SUITE = /_(NULL|anon|EXPORT\d*|RC4|RC2|DES|DES40|3DES|MD5)(_|$)/;

/** The least bits of a Diffie-Hellman group (RFC 9325 section 4.1). */
const LEAST_DH_BITS = 2048;

/** Judges the encryption itself: its version first, then how the key was agreed on and what it is used with. */
export function encryptionProblems({
  protocol,
  cipher,
  dhBits,
}: Pick<Handshake, "protocol" | "cipher" | "dhBits">): EncryptionProblem[] {
  const problems: EncryptionProblem[] = [];
  if (!CURRENT_VERSIONS.includes(protocol)) {
    problems.push({ failure: "version", detail: `${protocol} was agreed on; the oldest that is still to be used is TLSv1.2.` });
  }
  if (WEAK_SUITE.test(cipher)) {
    problems.push({ failure: "weak-cipher", detail: `${cipher} was agreed on, which does not protect what is said.` });
  } else if (dhBits !== null && dhBits < LEAST_DH_BITS) {
    const detail = `The key was agreed on by Diffie-Hellman with ${dhBits} bits; ${LEAST_DH_BITS} is the least that is safe.`;
    problems.push({ failure: "weak-cipher", detail });
  }
  return problems;
}
