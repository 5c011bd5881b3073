import type { PoolClient } from "pg";
import type { Told } from "#core/escalation/escalation.ts";

type Row = Omit<Told, "runAt" | "at"> & { incidentId: number; runAt: Date; at: Date };

/** What was told of some incidents, in order. What a channel gave up on is lost, and what it has not taken is underway. */
export async function loadTold(client: PoolClient, incidentIds: readonly number[]): Promise<Map<number, Told[]>> {
  const { rows } = await client.query<Row>(
    `select t.incident_id as "incidentId", t.what, t.run_at as "runAt", t.step, t.round, t.channel_id as "channelId",
       t.contact_id as "contactId", t.at, t.is_lost or coalesce(d.status = 'failed', false) as "isLost",
       coalesce(d.status in ('pending', 'sending', 'gathered'), false) as "isUnderway"
     from telling t left join delivery d on d.id = t.delivery_id
     where t.incident_id = any($1::int[]) order by t.id`,
    [incidentIds],
  );
  const told = new Map<number, Told[]>(incidentIds.map((incidentId) => [incidentId, []]));
  for (const { incidentId, runAt, at, ...row } of rows) {
    told.get(incidentId)!.push({ ...row, runAt: runAt.getTime(), at: at.getTime() });
  }
  return told;
}
