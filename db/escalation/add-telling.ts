import type { PoolClient } from "pg";
import type { Telling } from "#core/escalation.ts";
import { withLink } from "#core/incident-message.ts";
import type { IncidentMessage } from "#core/message.ts";
import { acknowledgeUrl } from "../incident/sign-link.ts";
import { jsonb } from "../jsonb.ts";
import type { ClaimedEscalation } from "./claim-escalations.ts";

/**
 * Writes down that something is told of an incident, and puts its message into the outbox where there is a channel to tell it on. It is
 * added once: what is there already stays, and tells nobody anew. `at` is epoch milliseconds.
 */
export async function addTelling(
  client: PoolClient,
  { incidentId, monitorId, teamId }: ClaimedEscalation,
  telling: Telling,
  message: IncidentMessage | null,
  at: number,
): Promise<void> {
  const { what, runAt, step, round, channelId, contactId, isLost } = telling;
  const { rows } = await client.query<{ tellingId: number }>(
    `insert into telling (incident_id, what, run_at, step, round, channel_id, contact_id, is_lost, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing returning id as "tellingId"`,
    [incidentId, what, new Date(runAt), step, round, channelId, contactId, isLost, new Date(at)],
  );
  if (!rows[0] || channelId === null || message === null) return;
  await client.query(
    `with added as (
       insert into delivery (team_id, channel_id, monitor_id, incident_id, kind, message, turn)
       values ($1, $2, $3, $4, $5::message_kind, $6,
         (select count(*) from delivery where incident_id = $4 and channel_id = $2 and kind = $5::message_kind))
       returning id)
     update telling set delivery_id = added.id from added where telling.id = $7`,
    [
      teamId,
      channelId,
      monitorId,
      incidentId,
      message.kind,
      jsonb(withLink(message, acknowledgeUrl(incidentId, channelId))),
      rows[0].tellingId,
    ],
  );
}
