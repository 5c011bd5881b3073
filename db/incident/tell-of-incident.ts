import type { PoolClient } from "pg";
import { withLink } from "#core/incident-message.ts";
import type { IncidentMessage } from "#core/message.ts";
import { addDeliveries } from "../delivery/add-deliveries.ts";
import type { HealthRow } from "../health/health-row.ts";
import { acknowledgeUrl } from "./sign-link.ts";

/** Puts a message about an incident into the outbox, once for each channel; while it is open, each with its own link to acknowledge by. */
export async function tellOfIncident(
  client: PoolClient,
  { teamId, monitorId }: HealthRow,
  incidentId: number,
  channelIds: readonly number[],
  message: IncidentMessage,
): Promise<void> {
  const about = { teamId, monitorId, incidentId, changeId: null, kind: message.kind };
  const messageTo = (channelId: number) => withLink(message, acknowledgeUrl(incidentId, channelId));
  await addDeliveries(
    client,
    channelIds.map((channelId) => ({ ...about, channelId, message: messageTo(channelId) })),
  );
}
