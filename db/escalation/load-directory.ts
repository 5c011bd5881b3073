import type { PoolClient } from "pg";
import type { ChannelKind } from "#core/channel/channel.ts";
import type { Directory } from "#core/escalation/escalation-reach.ts";
import type { OnCallSchedule, Rotation } from "#core/on-call/on-call.ts";
import { loadEndangered } from "../mail-route/load-endangered.ts";

type OnCallRow = { onCallId: number; timeZone: string; rotations: Rotation[]; overrides: OnCallSchedule["overrides"] };

/**
 * Where a team's people are to be found now: the channels whose address is confirmed, the contacts, the on-call schedules, and which
 * channels lead through a server that is down. Who names another team's reaches nobody.
 */
async function loadDirectory(client: Pick<PoolClient, "query">, teamId: number): Promise<Omit<Directory, "monitorChannelIds">> {
  const channels = await client.query<{ channelId: number; kind: ChannelKind }>(
    `select id as "channelId", kind from channel where team_id = $1 and verified_at is not null`,
    [teamId],
  );
  const contacts = await client.query<{ contactId: number; channelIds: number[] }>(
    `select id as "contactId", array(select channel_id from contact_channel where contact_id = contact.id order by position, channel_id) as "channelIds"
     from contact where team_id = $1`,
    [teamId],
  );
  const schedules = await client.query<OnCallRow>(
    `select id as "onCallId", time_zone as "timeZone", rotations,
       coalesce((select json_agg(json_build_object('contactId', contact_id, 'from', (extract(epoch from from_at) * 1000)::bigint,
           'to', (extract(epoch from to_at) * 1000)::bigint) order by o.id)
         from on_call_override o where o.on_call_id = s.id and to_at > now()), '[]') as overrides
     from on_call_schedule s where team_id = $1`,
    [teamId],
  );
  return {
    channels: new Map(channels.rows.map(({ channelId, kind }) => [channelId, kind])),
    contacts: new Map(contacts.rows.map(({ contactId, channelIds }) => [contactId, channelIds])),
    onCall: new Map(schedules.rows.map(({ onCallId, ...schedule }) => [onCallId, schedule])),
    endangered: await loadEndangered(client, teamId),
  };
}

/** The same for each of some incidents, with the channels of their monitors. */
export async function loadDirectories(
  client: Pick<PoolClient, "query">,
  of: readonly { teamId: number; monitorId: number }[],
): Promise<(of: { teamId: number; monitorId: number }) => Directory> {
  const ofMonitors = await loadMonitorChannels(
    client,
    of.map(({ monitorId }) => monitorId),
  );
  const ofTeams = new Map<number, Omit<Directory, "monitorChannelIds">>();
  for (const { teamId } of of) if (!ofTeams.has(teamId)) ofTeams.set(teamId, await loadDirectory(client, teamId));
  return ({ teamId, monitorId }) => ({ ...ofTeams.get(teamId)!, monitorChannelIds: ofMonitors.get(monitorId) ?? [] });
}

async function loadMonitorChannels(
  client: Pick<PoolClient, "query">,
  monitorIds: readonly number[],
): Promise<Map<number, number[]>> {
  const { rows } = await client.query<{ monitorId: number; channelIds: number[] }>(
    `select monitor_id as "monitorId", array_agg(channel_id order by channel_id) as "channelIds"
     from monitor_channel where monitor_id = any($1::int[]) group by monitor_id`,
    [monitorIds],
  );
  return new Map(rows.map(({ monitorId, channelIds }) => [monitorId, channelIds]));
}
