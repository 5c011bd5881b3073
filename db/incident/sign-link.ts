import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { acknowledgePath, parseAcknowledgeLink, signedText, type AcknowledgeLink } from "#core/acknowledge-link.ts";
import { env } from "#env.ts";

/** HKDF (RFC 5869) makes of a key one that is good for this purpose alone. The first signs, all of them are believed, as with secrets. */
const KEYS = env.SECRETS_KEY.map((key) => Buffer.from(hkdfSync("sha256", key, "", "ehlowatch acknowledge link", 32)));
/** Half of a SHA-256: nobody guesses it, and it still fits into an SMS. */
const SIGNATURE_BYTES = 16;

/** Where the reader of a channel acknowledges an incident without signing in: a link only we can make, and only for these two. */
export function acknowledgeUrl(incidentId: number, channelId: number): string {
  const subject = { incidentId, channelId };
  const signature = signatureOf(subject, KEYS[0]!).toString("base64url");
  return new URL(acknowledgePath({ ...subject, signature }), env.NEXTAUTH_URL).href;
}

/** Reads a link from an address; null where it is none of ours. */
export function readLink(text: unknown): AcknowledgeLink | null {
  const link = parseAcknowledgeLink(text);
  if (link === null) return null;
  const claimed = Buffer.from(link.signature, "base64url");
  return KEYS.some((key) => timingSafeEqual(signatureOf(link, key), claimed)) ? link : null;
}

function signatureOf(subject: Omit<AcknowledgeLink, "signature">, key: Buffer): Buffer {
  return createHmac("sha256", key).update(signedText(subject)).digest().subarray(0, SIGNATURE_BYTES);
}
