import { acknowledgePath, parseAcknowledgeLink, signedText, type AcknowledgeLink } from "#core/message/acknowledge-link.ts";
import { env } from "#env.ts";
import { signerFor } from "../signer.ts";

const signer = signerFor("ehlowatch acknowledge link");

/** Where the reader of a channel acknowledges an incident without signing in: a link only we can make, and only for these two. */
export function acknowledgeUrl(incidentId: number, channelId: number): string {
  const subject = { incidentId, channelId };
  return new URL(acknowledgePath({ ...subject, signature: signer.sign(signedText(subject)) }), env.NEXTAUTH_URL).href;
}

/** Reads a link from an address; null where it is none of ours. */
export function readLink(text: unknown): AcknowledgeLink | null {
  const link = parseAcknowledgeLink(text);
  return link && signer.isOurs(signedText(link), link.signature) ? link : null;
}
