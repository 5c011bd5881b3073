import type { MonitorDraft } from "#core/parse-monitor-form.ts";
import { targetHash } from "#core/schedule.ts";
import { inTransaction } from "../transaction.ts";
import { addCheckRequest } from "./add-check-request.ts";
import { ForeignChannel, tellChannels } from "./tell-channels.ts";
import { tellOfChange } from "./tell-of-change.ts";

/**
 * Changes a monitor that is still as it was at `revision`, so that of two people who edit it at once the second one notices. Results of
 * earlier revisions that are on their way are dropped; a check of the new one is asked for, unless it is paused.
 */
export async function editMonitor(
  teamId: number,
  monitorId: number,
  revision: number,
  draft: MonitorDraft,
  channelIds: number[],
): Promise<"edited" | "changed-meanwhile" | "foreign-channel"> {
  const { name, target, policy } = draft;
  try {
    return await inTransaction(async (client) => {
      const { rows } = await client.query<{ isPaused: boolean }>(
        `update monitor set name = $4, kind = $5, target = $6, target_hash = $7, interval_s = $8, time_limit_s = $9, confirmations = $10,
           revision = revision + 1
         where team_id = $1 and id = $2 and revision = $3 returning paused_at is not null as "isPaused"`,
        [
          teamId,
          monitorId,
          revision,
          name,
          target.kind,
          target,
          targetHash(target.host),
          policy.intervalS,
          policy.timeLimitS,
          policy.confirmations,
        ],
      );
      const edited = rows[0];
      if (!edited) return "changed-meanwhile";
      await tellChannels(client, teamId, monitorId, channelIds);
      if (!edited.isPaused) await addCheckRequest(client, monitorId);
      await tellOfChange(client, teamId, monitorId);
      return "edited";
    });
  } catch (error) {
    if (error instanceof ForeignChannel) return "foreign-channel";
    throw error;
  }
}
