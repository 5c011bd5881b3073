import type { PoolClient } from "pg";
import type { EscalationPolicy, Tell } from "#core/escalation/escalation-policy.ts";

/** Whether everybody a policy names is the team's: channels, contacts and on-call schedules. */
export async function isOfTeam(client: PoolClient, teamId: number, policy: EscalationPolicy): Promise<boolean> {
  const tells = tellsIn(policy);
  const idsOf = (find: (tell: Tell) => number | null) => [...new Set(tells.map(find).filter((id) => id !== null))];
  const channelIds = idsOf((tell) => ("channelId" in tell ? tell.channelId : null));
  const contactIds = idsOf((tell) => ("contactId" in tell ? tell.contactId : null));
  const onCallIds = idsOf((tell) => ("onCallId" in tell ? tell.onCallId : null));
  const { rows } = await client.query<{ found: number }>(
    `select ((select count(*) from channel where team_id = $1 and id = any($2::int[]))
       + (select count(*) from contact where team_id = $1 and id = any($3::int[]))
       + (select count(*) from on_call_schedule where team_id = $1 and id = any($4::int[])))::int as found`,
    [teamId, channelIds, contactIds, onCallIds],
  );
  return rows[0]!.found === channelIds.length + contactIds.length + onCallIds.length;
}

function tellsIn({ down, degraded, change }: EscalationPolicy): Tell[] {
  return [...down.steps, ...(degraded?.steps ?? [])].flatMap(({ tell }) => tell).concat(change ?? []);
}
