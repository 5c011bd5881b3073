import { acknowledgePath } from "#core/acknowledge-link.ts";
import { findLinkedIncident } from "#db/incident/find-linked-incident.ts";
import { readLink } from "#db/incident/sign-link.ts";

/**
 * What the page behind a link to acknowledge by shows, and where its button leads. Null for a link that is none of ours, and the same where
 * its incident or its channel is gone: which of them, nobody is told.
 */
export async function loadLinkedIncident(text: unknown) {
  const link = readLink(text);
  const linked = link && (await findLinkedIncident(link));
  return linked && { ...linked, incidentHref: `/incidents/${link.incidentId}`, acknowledgeHref: `/api${acknowledgePath(link)}` };
}
