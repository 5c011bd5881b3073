import type { PoolClient } from "pg";
import type { Target } from "#core/monitor/monitor.ts";
import type { MonitorDraft } from "#core/monitor/parse-monitor-form.ts";
import { targetHash } from "#core/schedule/schedule.ts";
import { databaseNow } from "../database-now.ts";
import { chooseLocations } from "../location/choose-locations.ts";
import { bringInStep, lockMaintenance } from "../maintenance/bring-in-step.ts";
import { keepMaintenance } from "../maintenance/keep-maintenance.ts";
import { sealSecret } from "../secret/seal-secret.ts";
import { inTransaction } from "../transaction.ts";
import { addCheckRequest } from "./add-check-request.ts";
import { secretToStore, type BeforeEdit } from "./secret-to-store.ts";
import { ForeignPolicy, tellByPolicy } from "./tell-by-policy.ts";
import { ForeignChannel, tellChannels, type WhoIsTold } from "./tell-channels.ts";
import { tellOfChange } from "./tell-of-change.ts";

/**
 * Changes a monitor that is still as it was at `revision`, so that of two people who edit it at once the second one notices. Results of
 * earlier revisions that are on their way are dropped; a check of the new one is asked for, unless it is paused. `secret-needed` where
 * it logs in and the stored secret may not be sent to what it is now. Other tags can put it into maintenance or take it out, at `at`
 * (epoch milliseconds; now where it is not said).
 */
export async function editMonitor(
  teamId: number,
  monitorId: number,
  revision: number,
  draft: MonitorDraft,
  { channelIds, policyId }: WhoIsTold,
  at?: number,
): Promise<"edited" | "changed-meanwhile" | "foreign-channel" | "foreign-policy" | "secret-needed"> {
  const now = at ?? (await databaseNow());
  await keepMaintenance(now);
  try {
    return await inTransaction(async (client) => {
      await lockMaintenance(client, teamId);
      const before = await lockMonitor(client, teamId, monitorId, revision);
      if (before === null) return "changed-meanwhile";
      const secret = secretToStore(draft, before);
      if (secret === "needed") return "secret-needed";

      await writeMonitor(client, monitorId, draft);
      if (secret !== "stored") {
        const sealed = secret === "none" ? null : sealSecret({ teamId, monitorId }, secret.typed);
        await client.query("update monitor set secret = $2 where id = $1", [monitorId, sealed]);
      }
      await tellChannels(client, teamId, monitorId, channelIds);
      await tellByPolicy(client, teamId, monitorId, policyId);
      await chooseLocations(client, monitorId, draft.locationIds ?? []);
      await bringInStep(client, [monitorId], now);
      if (!before.isPaused) await addCheckRequest(client, monitorId);
      await tellOfChange(client, teamId, monitorId);
      return "edited";
    });
  } catch (error) {
    if (error instanceof ForeignChannel) return "foreign-channel";
    if (error instanceof ForeignPolicy) return "foreign-policy";
    throw error;
  }
}

async function lockMonitor(
  client: PoolClient,
  teamId: number,
  monitorId: number,
  revision: number,
): Promise<(BeforeEdit & { isPaused: boolean }) | null> {
  const { rows } = await client.query<{ target: Target; secret: Buffer | null; isPaused: boolean }>(
    `select target, secret, paused_at is not null as "isPaused"
     from monitor where team_id = $1 and id = $2 and revision = $3 for no key update`,
    [teamId, monitorId, revision],
  );
  if (rows[0] === undefined) return null;
  const { secret, ...before } = rows[0];
  return { ...before, sealed: secret && { owner: { teamId, monitorId }, secret } };
}

async function writeMonitor(client: PoolClient, monitorId: number, { name, tags, target, policy }: MonitorDraft): Promise<void> {
  await client.query(
    `update monitor set name = $2, kind = $3, target = $4, target_hash = $5, interval_s = $6, time_limit_s = $7, confirmations = $8,
       incident_from = $9, tell_of = $10, tags = $11, revision = revision + 1
     where id = $1`,
    [
      monitorId,
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
}
