import { settingsOfKind } from "#channels/settings-by-kind.ts";
import { findRevocable } from "#db/revocation/find-revocable.ts";
import { revokeHref } from "#db/revocation/sign-revoke-link.ts";

/**
 * What the page behind a link to revoke by shows, and where its button leads. Null for a link that is none of ours, and the same where nothing
 * leads to its address any more: which of them, nobody is told.
 */
export async function loadRevocable(text: unknown) {
  const found = await findRevocable(text);
  if (found === null) return null;
  const { teamId, teamName, address, kinds, isTested, revokedAt } = found;
  const roads = kinds.map((kind) => settingsOfKind(kind)?.label ?? kind);
  return { teamName, address, roads, isTested, revokedAt, formHref: `/api${revokeHref(teamId, address)}` };
}
