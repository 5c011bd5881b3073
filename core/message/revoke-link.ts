import { parseSignedLink, signedLinkText } from "./signed-link.ts";

/**
 * What lets whoever reads an address revoke it without an account: the team that sends there, and a signature of the two (base64url,
 * 16 bytes). The address itself is not in the link, for links end up in logs; it is one of the team's.
 */
export type RevokeLink = { teamId: number; signature: string };

/** What the signature of a link is of. */
export function revokeSignedText(teamId: number, address: string): string {
  return `team ${teamId}, address ${address}`;
}

/** Reads a link from an address; null for anything that cannot be one. Whether the signature is ours is not looked at. */
export function parseRevokeLink(text: unknown): RevokeLink | null {
  const link = parseSignedLink(text, 1);
  return link && { teamId: link.ids[0]!, signature: link.signature };
}

/** The path of the page a link opens. */
export function revokePath({ teamId, signature }: RevokeLink): string {
  return `/revoke?link=${signedLinkText({ ids: [teamId], signature })}`;
}

/** Where a mail program posts to, without showing a page (RFC 8058), for the link of such a page. */
export function oneClickUrl(revokeUrl: string): string {
  const { pathname, search, origin } = new URL(revokeUrl);
  return new URL(`/api${pathname}${search}`, origin).href;
}
