import type { PoolClient } from "pg";
import { escalate } from "#core/escalation.ts";
import type { Directory } from "#core/escalation-reach.ts";
import { notify } from "../notify.ts";
import { alertPool } from "../pool.ts";
import { inTransaction } from "../transaction.ts";
import { addTelling } from "./add-telling.ts";
import { claimEscalations, type ClaimedEscalation } from "./claim-escalations.ts";
import { loadDirectory, loadMonitorChannels } from "./load-directory.ts";
import { loadTold } from "./load-told.ts";
import { messageOf } from "./message-of.ts";

/** How many incidents were looked at, and what went wrong with some of them: a fault of ours, which must not keep the others from being told of. */
export type StepsTaken = { looked: number; faults: unknown[] };

/** One that went wrong is looked at again after this long. */
const AGAIN_AFTER = "1 minute";

/**
 * Tells what is due of incidents, at most `limit` of them: the step, the message and when to look again are written in one transaction, so
 * whoever dies in it has told nobody and the next one does.
 */
export async function takeSteps(limit: number): Promise<StepsTaken> {
  return inTransaction(async (client) => {
    const claimed = await claimEscalations(client, limit);
    const faults: unknown[] = [];
    if (claimed.length === 0) return { looked: 0, faults };
    const now = await readClock(client);
    const incidentIds = claimed.map(({ incidentId }) => incidentId);
    const told = await loadTold(client, incidentIds);
    const directoryOf = await loadDirectories(client, claimed);
    for (const each of claimed) {
      await client.query("savepoint incident");
      try {
        const { policy, course, incidentId } = each;
        const asked = escalate({ policy, course, told: told.get(incidentId)!, directory: directoryOf(each) }, now);
        for (const telling of asked.tell) {
          await addTelling(client, each, telling, telling.channelId === null ? null : await messageOf(client, each, telling), now);
        }
        const lookAt = asked.lookAt === null ? null : new Date(asked.lookAt);
        await client.query("update escalation set look_at = $2 where incident_id = $1", [incidentId, lookAt]);
      } catch (error) {
        await client.query("rollback to savepoint incident"); // which fails, as it should, where the database is away
        await client.query("update escalation set look_at = now() + $2::interval where incident_id = $1", [
          each.incidentId,
          AGAIN_AFTER,
        ]);
        faults.push(error);
      }
    }
    await notify("delivery_added", "", client);
    return { looked: claimed.length, faults };
  }, alertPool);
}

/** Read once all is locked: whatever was acknowledged before is so by this clock. */
async function readClock(client: PoolClient): Promise<number> {
  const { rows } = await client.query<{ now: number }>("select ceil(extract(epoch from clock_timestamp()) * 1000)::float8 as now");
  return rows[0]!.now;
}

async function loadDirectories(
  client: PoolClient,
  claimed: readonly ClaimedEscalation[],
): Promise<(claimed: ClaimedEscalation) => Directory> {
  const monitorIds = claimed.map(({ monitorId }) => monitorId);
  const ofMonitors = await loadMonitorChannels(client, monitorIds);
  const ofTeams = new Map<number, Omit<Directory, "monitorChannelIds">>();
  for (const { teamId } of claimed) if (!ofTeams.has(teamId)) ofTeams.set(teamId, await loadDirectory(client, teamId));
  return ({ teamId, monitorId }) => ({ ...ofTeams.get(teamId)!, monitorChannelIds: ofMonitors.get(monitorId) ?? [] });
}
