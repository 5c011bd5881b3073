import { parseSignedLink, signedLinkText } from "./signed-link.ts";

/**
 * What lets the reader of a message say "I have it" without signing in: which incident, the channel they read it in, and a signature of
 * both (base64url, 16 bytes).
 */
export type AcknowledgeLink = { incidentId: number; channelId: number; signature: string };

/** What the signature of a link is of. */
export function signedText({ incidentId, channelId }: Omit<AcknowledgeLink, "signature">): string {
  return `incident ${incidentId}, channel ${channelId}`;
}

/** A link as it stands in an address. */
export function acknowledgeLinkText({ incidentId, channelId, signature }: AcknowledgeLink): string {
  return signedLinkText({ ids: [incidentId, channelId], signature });
}

/** Reads a link from an address; null for anything that cannot be one. Whether the signature is ours is not looked at. */
export function parseAcknowledgeLink(text: unknown): AcknowledgeLink | null {
  const link = parseSignedLink(text, 2);
  if (link === null) return null;
  const [incidentId, channelId] = link.ids as [number, number];
  return { incidentId, channelId, signature: link.signature };
}

/** The path of the page a link opens. */
export function acknowledgePath(link: AcknowledgeLink): string {
  return `/acknowledge?link=${acknowledgeLinkText(link)}`;
}
