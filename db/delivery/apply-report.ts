import type { PoolClient } from "pg";
import type { IncidentEvent } from "#core/incident/incident.ts";
import { hasReachedNobody, type DeliveryReport } from "#core/message/delivery-report.ts";
import { isGathered } from "#core/message/digest.ts";
import type { MessageKind } from "#core/message/message.ts";
import { tellOthers } from "../escalation/tell-others.ts";
import { jsonb } from "../jsonb.ts";
import { notify } from "../notify.ts";
import { tellOfFailedChannel } from "./tell-of-failed-channel.ts";

type Reported = {
  teamId: number;
  kind: MessageKind;
  report: DeliveryReport;
  at: Date;
  channel: { channelId: number; kind: "sms" | "phone"; name: string };
};

/**
 * What follows from the report of a delivery, inside the transaction that writes it down: a line in the timeline of each incident that it told of, and
 * where it has reached nobody it has failed, as where its provider refuses it: others are told. The team hears of the channel only where nothing
 * will get there. What a digest tells fares as it does.
 */
export async function applyReport(client: PoolClient, deliveryId: number): Promise<void> {
  const { teamId, kind, report, channel, at } = await read(client, deliveryId);
  const isLost = hasReachedNobody(report.state, channel.kind);
  await client.query(
    "update delivery set status = $2::delivery_status where id = $1 or (gathered_in = $1 and status in ('sent', 'failed'))",
    [deliveryId, isLost ? "failed" : "sent"],
  );
  await addToTimelines(client, deliveryId, at, {
    kind: "reported",
    channel: channel.name,
    state: report.state,
    words: report.words,
  });
  if (isLost) await tellOthers(client, deliveryId);
  if (isLost && report.isForGood && isGathered(kind)) await tellOfFailedChannel(client, { teamId, channel }, report.words, at);
  await notify("team_seen", String(teamId), client);
}

async function read(client: PoolClient, deliveryId: number): Promise<Reported> {
  const { rows } = await client.query<Reported>(
    `select d.team_id as "teamId", d.kind, d.report, clock_timestamp() as at,
       json_build_object('channelId', c.id, 'kind', c.kind, 'name', c.name) as channel
     from delivery d join channel c on c.id = d.channel_id where d.id = $1`,
    [deliveryId],
  );
  return rows[0]!;
}

async function addToTimelines(client: PoolClient, deliveryId: number, at: Date, { kind, ...detail }: IncidentEvent): Promise<void> {
  await client.query(
    `with told as (select incident_id from delivery where (id = $1 or gathered_in = $1) and kind <> 'digest')
     insert into incident_event (incident_id, at, kind, detail)
     select distinct incident_id, $2::timestamptz, $3,
       $4::jsonb || case when (select count(*) from told) > 1
         then jsonb_build_object('together', (select count(*) - 1 from told)) else '{}' end
     from told where incident_id is not null`,
    [deliveryId, at, kind, jsonb(detail)],
  );
}
