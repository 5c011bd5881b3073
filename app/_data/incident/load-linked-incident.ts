import { acknowledgePath } from "#core/message/acknowledge-link.ts";
import { findLinkedIncident } from "#db/incident/find-linked-incident.ts";
import { readLink } from "#db/incident/sign-link.ts";
import { revokeHref } from "#db/revocation/sign-revoke-link.ts";

/**
 * What the page behind a link to acknowledge by shows, where its button leads, and where its reader stops what is sent to them: a text message
 * has no room for that link. Null for a link that is none of ours, and the same where
 * its incident or its channel is gone: which of them, nobody is told.
 */
export async function loadLinkedIncident(text: unknown) {
  const link = readLink(text);
  const linked = link && (await findLinkedIncident(link));
  if (!linked) return null;
  const { teamId, address, ...shown } = linked;
  return {
    ...shown,
    incidentHref: `/incidents/${link.incidentId}`,
    acknowledgeHref: `/api${acknowledgePath(link)}`,
    revoke: address === null ? null : { address, href: revokeHref(teamId, address) },
  };
}
