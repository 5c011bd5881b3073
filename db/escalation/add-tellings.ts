import type { PoolClient } from "pg";
import type { Telling } from "#core/escalation/escalation.ts";
import { withLink } from "#core/incident/incident-message.ts";
import type { IncidentMessage } from "#core/message/message.ts";
import { acknowledgeUrl } from "../incident/sign-link.ts";
import { jsonb } from "../jsonb.ts";
import { notify } from "../notify.ts";
import type { ClaimedEscalation } from "./claim-escalations.ts";

/** Something to tell of an incident, and the message; none where nobody is there to be told. */
export type NewTelling = { of: ClaimedEscalation; telling: Telling; message: IncidentMessage | null };

/**
 * Writes down what is told of incidents at an instant (epoch milliseconds), puts the messages into the outbox, and wakes the senders with the
 * commit. Each is added once: what is there already stays, and tells nobody anew.
 */
export async function addTellings(client: PoolClient, rows: readonly NewTelling[], at: number): Promise<void> {
  if (rows.length === 0) return;
  const { rowCount } = await client.query(
    `with wanted as (
       select *, case when message is not null then nextval(pg_get_serial_sequence('delivery', 'id'))::int end as delivery_id
       from unnest($1::int[], $2::int[], $3::int[], $4::text[], $5::timestamptz[], $6::smallint[], $7::smallint[], $8::int[], $9::int[],
           $10::boolean[], $11::text[], $12::jsonb[]) with ordinality
         as row (team_id, monitor_id, incident_id, what, run_at, step, round, channel_id, contact_id, is_lost, kind, message, position)),
     added as (
       insert into telling (incident_id, what, run_at, step, round, channel_id, contact_id, is_lost, at, delivery_id)
       select incident_id, what, run_at, step, round, channel_id, contact_id, is_lost, $13, delivery_id from wanted order by position
       on conflict do nothing returning delivery_id)
     insert into delivery (id, team_id, channel_id, monitor_id, incident_id, kind, message, turn)
     select delivery_id, team_id, channel_id, monitor_id, incident_id, kind::message_kind, message,
       (select count(*) from delivery d
        where d.incident_id = w.incident_id and d.channel_id = w.channel_id and d.kind = w.kind::message_kind)
         + row_number() over (partition by incident_id, channel_id, kind order by position) - 1
     from wanted w join added using (delivery_id)`,
    [
      rows.map(({ of }) => of.teamId),
      rows.map(({ of }) => of.monitorId),
      rows.map(({ of }) => of.incidentId),
      rows.map(({ telling }) => telling.what),
      rows.map(({ telling }) => new Date(telling.runAt).toISOString()),
      rows.map(({ telling }) => telling.step),
      rows.map(({ telling }) => telling.round),
      rows.map(({ telling }) => telling.channelId),
      rows.map(({ telling }) => telling.contactId),
      rows.map(({ telling }) => telling.isLost),
      rows.map(({ message }) => message?.kind ?? null),
      rows.map(messageTo),
      new Date(at),
    ],
  );
  if (rowCount) await notify("delivery_added", "", client);
}

/** While it is open, each has its own link to acknowledge by. */
function messageTo({ of, telling, message }: NewTelling): string | null {
  if (message === null || telling.channelId === null) return null;
  return jsonb(withLink(message, acknowledgeUrl(of.incidentId, telling.channelId)));
}
