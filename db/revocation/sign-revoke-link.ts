import { revokePath, revokeSignedText, type RevokeLink } from "#core/message/revoke-link.ts";
import { env } from "#env.ts";
import { signerFor } from "../signer.ts";

const signer = signerFor("ehlowatch revoke link");

/** Where whoever reads an address stops what a team sends there: a page, by a link only we can make, and only for these two. */
export function revokeUrl(teamId: number, address: string): string {
  return new URL(revokeHref(teamId, address), env.NEXTAUTH_URL).href;
}

/** The same for a page of ours. */
export function revokeHref(teamId: number, address: string): string {
  return revokePath({ teamId, signature: signer.sign(revokeSignedText(teamId, address)) });
}

/** Which of a team's addresses a link is for; null where it is none of ours, or for none of them. */
export function addressOfLink({ teamId, signature }: RevokeLink, addresses: readonly string[]): string | null {
  return addresses.find((address) => signer.isOurs(revokeSignedText(teamId, address), signature)) ?? null;
}
