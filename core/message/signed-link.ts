import { parseId } from "../form/parse-id.ts";

/** What makes a link in a message one that only we can have made: the ids it is about, and a signature (base64url, 16 bytes). */
export type SignedLink = { ids: number[]; signature: string };

/** A link as it stands in an address: short, because it has to fit into an SMS, and of characters that need no escaping. */
export function signedLinkText({ ids, signature }: SignedLink): string {
  return [...ids, signature].join(".");
}

/** Reads a link with so many ids from an address; null for anything that cannot be one. Whether the signature is ours is not looked at. */
export function parseSignedLink(text: unknown, count: number): SignedLink | null {
  const [, start, signature] = (typeof text === "string" && /^((?:\d+\.)+)([\w-]{22})$/.exec(text)) || [];
  if (start === undefined || signature === undefined) return null;
  const ids = start.slice(0, -1).split(".").map(parseId);
  return ids.length === count && ids.every((id) => id !== null) ? { ids, signature } : null;
}
