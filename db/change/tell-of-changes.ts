import type { PoolClient } from "pg";
import { changeMessage } from "#core/change/change-message.ts";
import { tellOfChange } from "#core/escalation/escalation-change.ts";
import { env } from "#env.ts";
import { addDeliveries } from "../delivery/add-deliveries.ts";
import { loadDirectories } from "../escalation/load-directory.ts";
import type { HealthRow } from "../health/health-row.ts";
import { loadSubject } from "../incident/load-subject.ts";
import { choosePolicy } from "../policy/choose-policy.ts";
import { readClock } from "../read-clock.ts";
import type { FinishedCheck } from "../result/finished-check.ts";
import type { AddedChange } from "./add-changes.ts";

/**
 * Puts word of changes into the outbox, in one message for each channel that the monitor's policy tells of them, where its owner wants to be
 * told of any of them.
 */
export async function tellOfChanges(
  client: PoolClient,
  { teamId, monitorId }: HealthRow,
  { locationId, result }: FinishedCheck,
  added: readonly AddedChange[],
): Promise<void> {
  if (added.length === 0) return;
  const { monitorName, target, tellOf } = await loadSubject(client, monitorId, locationId);
  const told = added.filter(({ change }) => tellOf.includes(change.aspect));
  if (!told[0]) return;
  const { changeId } = told[0];
  const changes = told.map(({ change }) => change);
  const message = changeMessage({ monitorId, monitorName, target, at: result.startedAt, changes, baseUrl: env.NEXTAUTH_URL });
  const directoryOf = await loadDirectories(client, [{ teamId, monitorId }]);
  const { to, at } = tellOfChange(
    await choosePolicy(monitorId, client),
    directoryOf({ teamId, monitorId }),
    await readClock(client),
  );
  const about = { teamId, monitorId, incidentId: null, changeId, kind: message.kind, message, dueAt: at };
  await addDeliveries(
    client,
    to.map(({ channelId }) => ({ ...about, channelId })),
  );
}
