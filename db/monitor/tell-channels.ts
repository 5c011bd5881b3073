import type { PoolClient } from "pg";

/** Who is told of a monitor: its channels, and by which escalation policy where it has one of its own. */
export type WhoIsTold = { channelIds: number[]; policyId: number | null };

/** Thrown inside a transaction to undo it: a channel that is not the team's was asked for. */
export class ForeignChannel extends Error {}

/** Makes these channels the ones told of a monitor. All of them must be the team's own. */
export async function tellChannels(client: PoolClient, teamId: number, monitorId: number, channelIds: number[]): Promise<void> {
  const wanted = [...new Set(channelIds)];
  await client.query("delete from monitor_channel where monitor_id = $1 and channel_id <> all($2::int[])", [monitorId, wanted]);
  const { rows } = await client.query<{ id: number }>("select id from channel where team_id = $1 and id = any($2) for key share", [
    teamId,
    wanted,
  ]);
  if (rows.length !== wanted.length) throw new ForeignChannel("a channel of another team");
  await client.query("insert into monitor_channel (monitor_id, channel_id) select $1, unnest($2::int[]) on conflict do nothing", [
    monitorId,
    wanted,
  ]);
}
