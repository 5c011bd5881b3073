import type { Viewer } from "#core/account/viewer.ts";
import type { Refusal } from "#core/form/refusal.ts";
import { frozenSentence, teamLimitsOf, withheldSentence } from "#core/team/team-limits.ts";
import { wantServers, type Want } from "#db/team/want-servers.ts";
import { env } from "#env.ts";

const LIMITS = teamLimitsOf({
  isEmbedded: env.EMBEDDED,
  monitors: env.MONITORS_PER_TEAM,
  unprovedHosts: env.UNPROVED_HOSTS_PER_TEAM,
});
const CONTACT = env.ABUSE_CONTACT ?? env.NEXTAUTH_URL;

/** Why a target is not looked at for the editor's team now; null where it is, which counts. */
export async function withheld(editor: Viewer, want: Want): Promise<Refusal | null> {
  const why = await wantServers(editor.teamId, want, LIMITS);
  return why && { field: null, sentence: withheldSentence(why, LIMITS, CONTACT) };
}

/** What the people of a frozen team are told; null for any other. */
export function frozenNotice({ isFrozen }: Viewer): string | null {
  return isFrozen ? frozenSentence(CONTACT) : null;
}
