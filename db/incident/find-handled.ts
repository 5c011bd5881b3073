import type { PoolClient } from "pg";
import { HANDLED_FOR_MS } from "#core/incident/handled.ts";
import type { Opening } from "./open-incidents.ts";

/**
 * The monitors for whose trouble no incident opens, since somebody has resolved it by hand (core/incident/handled.ts). The latest incident knows which
 * changes of health came after that: they are counted under the same lock.
 */
export async function findHandled(client: PoolClient, openings: readonly Opening[]): Promise<Set<number>> {
  const { rows } = await client.query<{ monitorId: number }>(
    `select of.monitor_id as "monitorId"
     from unnest($1::int[], $2::timestamptz[], $3::status[], $4::text[]) as of (monitor_id, at, status, incident_from)
       cross join lateral (select * from incident where monitor_id = of.monitor_id order by id desc limit 1) latest
     where handled_after is not null and resolved_at > of.at - $5 * interval '1 ms'
       and not (latest.status = 'degraded' and of.status = 'down')
       and not exists (
         select from transition t where t.monitor_id = of.monitor_id and t.id > latest.handled_after
           and (t."to" in ('up', 'paused', 'maintenance') or t."to" = 'degraded' and of.incident_from = 'down'))`,
    [
      openings.map(({ row }) => row.monitorId),
      openings.map(({ step }) => new Date(step.check.result.startedAt).toISOString()),
      openings.map(({ step }) => step.status),
      openings.map(({ row }) => row.incidentFrom),
      HANDLED_FOR_MS,
    ],
  );
  return new Set(rows.map(({ monitorId }) => monitorId));
}
