import type { MonitorDraft } from "#core/monitor/parse-monitor-form.ts";
import { targetHash } from "#core/schedule/schedule.ts";
import { databaseNow } from "../database-now.ts";
import { chooseLocations } from "../location/choose-locations.ts";
import { bringInStep, lockMaintenance } from "../maintenance/bring-in-step.ts";
import { sealSecret } from "../secret/seal-secret.ts";
import { inTransaction } from "../transaction.ts";
import { addCheckRequest } from "./add-check-request.ts";
import { secretToStore } from "./secret-to-store.ts";
import { ForeignPolicy, tellByPolicy } from "./tell-by-policy.ts";
import { ForeignChannel, tellChannels, type WhoIsTold } from "./tell-channels.ts";
import { tellOfChange } from "./tell-of-change.ts";

/**
 * Makes a monitor, of which nothing is known yet, and asks for its first check at once; it may be in maintenance from `at` (epoch
 * milliseconds; now where it is not said) on. `foreign-channel` or `foreign-policy` where one is not the team's, `secret-needed` where it logs in and no secret was typed.
 */
export async function createMonitor(
  teamId: number,
  draft: MonitorDraft,
  { channelIds, policyId }: WhoIsTold,
  at?: number,
): Promise<{ monitorId: number } | "foreign-channel" | "foreign-policy" | "secret-needed"> {
  const { name, tags, target, policy } = draft;
  const secret = secretToStore(draft, null);
  if (secret === "needed") return "secret-needed";
  const now = at ?? (await databaseNow());
  try {
    return await inTransaction(async (client) => {
      await lockMaintenance(client, teamId);
      const { rows } = await client.query<{ monitorId: number }>(
        `insert into monitor (team_id, name, kind, target, target_hash, interval_s, time_limit_s, confirmations, incident_from, tell_of, tags)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning id as "monitorId"`,
        [
          teamId,
          name,
          target.kind,
          target,
          targetHash(target.host),
          policy.intervalS,
          policy.timeLimitS,
          policy.confirmations,
          policy.incidentFrom,
          policy.tellOf,
          tags,
        ],
      );
      const { monitorId } = rows[0]!;
      if (typeof secret === "object") {
        const sealed = sealSecret({ teamId, monitorId }, secret.typed); // under its id, so not before it has one
        await client.query("update monitor set secret = $2 where id = $1", [monitorId, sealed]);
      }
      await client.query("insert into health (monitor_id) values ($1)", [monitorId]);
      await tellChannels(client, teamId, monitorId, channelIds);
      await tellByPolicy(client, teamId, monitorId, policyId);
      await chooseLocations(client, monitorId, draft.locationIds ?? []);
      await bringInStep(client, [monitorId], now);
      await addCheckRequest(client, monitorId);
      await tellOfChange(client, teamId, monitorId);
      return { monitorId };
    });
  } catch (error) {
    if (error instanceof ForeignChannel) return "foreign-channel";
    if (error instanceof ForeignPolicy) return "foreign-policy";
    throw error;
  }
}
