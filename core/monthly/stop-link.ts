import { parseSignedLink, signedLinkText } from "../message/signed-link.ts";

/**
 * What lets whoever reads a monthly mail stop it without an account: the monitor it is about, the channel it is sent to, and a signature of both
 * (base64url, 16 bytes).
 */
export type StopLink = { monitorId: number; channelId: number; signature: string };

/** What the signature of a link is of. */
export function stopSignedText({ monitorId, channelId }: Omit<StopLink, "signature">): string {
  return `monthly mail about monitor ${monitorId} to channel ${channelId}`;
}

/** Reads a link from an address; null for anything that cannot be one. Whether the signature is ours is not looked at. */
export function parseStopLink(text: unknown): StopLink | null {
  const link = parseSignedLink(text, 2);
  if (link === null) return null;
  const [monitorId, channelId] = link.ids as [number, number];
  return { monitorId, channelId, signature: link.signature };
}

/** The path of the page a link opens. */
export function stopPath({ monitorId, channelId, signature }: StopLink): string {
  return `/stop?link=${signedLinkText({ ids: [monitorId, channelId], signature })}`;
}
