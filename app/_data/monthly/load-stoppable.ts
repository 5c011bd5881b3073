import { unicodeName } from "#core/domain/unicode-name.ts";
import { findStoppable } from "#db/monthly-mail/find-stoppable.ts";
import { readStopLink, stopHref } from "#db/monthly-mail/sign-stop-link.ts";

/**
 * What the page behind a link to stop a monthly mail by shows, and where its button leads. Null for a link that is none of ours, and the same where
 * its monitor or its channel is gone: which of them, nobody is told.
 */
export async function loadStoppable(text: unknown) {
  const link = readStopLink(text);
  const found = link && (await findStoppable(link.monitorId, link.channelId));
  if (!found) return null;
  return { ...found, domain: unicodeName(found.domain), formHref: `/api${stopHref(link)}` };
}
