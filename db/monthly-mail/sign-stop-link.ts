import { parseStopLink, stopPath, stopSignedText, type StopLink } from "#core/monthly/stop-link.ts";
import { env } from "#env.ts";
import { signerFor } from "../signer.ts";

const signer = signerFor("ehlowatch monthly mail link");

type Subject = Omit<StopLink, "signature">;

/** Where the reader of a monthly mail stops it: a page, by a link only we can make, and only for these two. */
export function stopUrl(subject: Subject): string {
  return new URL(stopHref(subject), env.NEXTAUTH_URL).href;
}

/** The same for a page of ours. */
export function stopHref(subject: Subject): string {
  return stopPath({ ...subject, signature: signer.sign(stopSignedText(subject)) });
}

/** Reads a link from an address; null where it is none of ours. */
export function readStopLink(text: unknown): StopLink | null {
  const link = parseStopLink(text);
  return link && signer.isOurs(stopSignedText(link), link.signature) ? link : null;
}
