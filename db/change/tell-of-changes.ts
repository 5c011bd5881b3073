import type { PoolClient } from "pg";
import { changeMessage } from "#core/change-message.ts";
import { env } from "#env.ts";
import { addDeliveries } from "../delivery/add-deliveries.ts";
import type { HealthRow } from "../health/health-row.ts";
import { loadSubject } from "../incident/load-subject.ts";
import type { FinishedCheck } from "../result/finished-check.ts";
import type { AddedChange } from "./add-changes.ts";

/** Puts word of changes into the outbox, in one message for each channel, where the monitor's owner wants to be told of any of them. */
export async function tellOfChanges(
  client: PoolClient,
  { teamId, monitorId }: HealthRow,
  { locationId, result }: FinishedCheck,
  added: readonly AddedChange[],
): Promise<void> {
  if (added.length === 0) return;
  const { monitorName, target, channelIds, tellOf } = await loadSubject(client, monitorId, locationId);
  const told = added.filter(({ change }) => tellOf.includes(change.aspect));
  if (!told[0]) return;
  const { changeId } = told[0];
  const changes = told.map(({ change }) => change);
  const message = changeMessage({ monitorId, monitorName, target, at: result.startedAt, changes, baseUrl: env.NEXTAUTH_URL });
  await addDeliveries(
    client,
    channelIds.map((channelId) => ({ teamId, channelId, monitorId, incidentId: null, changeId, kind: message.kind, message })),
  );
}
