import type { PoolClient } from "pg";
import type { IncidentMessage } from "#core/message.ts";
import { addDeliveries } from "../delivery/add-deliveries.ts";
import type { HealthRow } from "../health/health-row.ts";

/** Puts a message about an incident into the outbox, once for each channel. */
export async function tellOfIncident(
  client: PoolClient,
  { teamId, monitorId }: HealthRow,
  incidentId: number,
  channelIds: readonly number[],
  message: IncidentMessage,
): Promise<void> {
  await addDeliveries(
    client,
    channelIds.map((channelId) => ({ teamId, channelId, monitorId, incidentId, changeId: null, kind: message.kind, message })),
  );
}
