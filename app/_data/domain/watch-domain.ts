import { draftsToWatch } from "#core/domain/watch-all.ts";
import { listKnownChannels } from "#db/channel/list-known-channels.ts";
import { findDomainMonitor } from "#db/monitor/find-domain-monitor.ts";
import { readTrial } from "#db/trial/read-trial.ts";
import { makeMonitor } from "../monitor/change-monitor.ts";
import type { Viewer } from "../viewer.ts";

/**
 * Makes the monitors that watch all of what a check of a domain saw, told to the team's first channel as a new monitor is. Returns the one of the
 * domain, which may be there already; `withheld` is the domain where the team may have nothing new watched. Null where the check is not there any more, or
 * saw nothing.
 */
export async function watchDomain(editor: Viewer, trialId: string): Promise<number | { withheld: string } | null> {
  const { teamId } = editor;
  const trial = await readTrial(teamId, trialId);
  const report = trial?.result?.facts.domain;
  if (trial?.target.kind !== "domain" || report === undefined) return null;
  const watched = await findDomainMonitor(teamId, trial.target.host);
  if (watched !== null) return watched;

  const channelIds = (await listKnownChannels(teamId)).slice(0, 1).map(({ channelId }) => channelId);
  const monitorIds: number[] = [];
  for (const draft of draftsToWatch(trial.target, report)) {
    const made = await makeMonitor(editor, draft, { channelIds, policyId: null });
    if (typeof made === "string") continue;
    if ("monitorId" in made) monitorIds.push(made.monitorId);
    else if (made.refused.field === null) return monitorIds[0] ?? { withheld: trial.target.host };
  }
  return monitorIds[0] ?? null;
}
