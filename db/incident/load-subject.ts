import type { PoolClient } from "pg";
import type { ChangeAspect } from "#core/change/change.ts";
import type { Target } from "#core/monitor/monitor.ts";

/** What a message is about, and of which changes somebody is told: read only when something happens, which is seldom. */
export type Subject = { monitorName: string; target: Target; tellOf: ChangeAspect[]; location: string };

export async function loadSubject(client: PoolClient, monitorId: number, locationId: number): Promise<Subject> {
  const { rows } = await client.query<Subject>(
    `select name as "monitorName", target, tell_of as "tellOf",
       (select name from location where id = $2) as location
     from monitor where id = $1`,
    [monitorId, locationId],
  );
  if (!rows[0]) throw new Error(`Monitor ${monitorId} has health but is gone.`);
  return rows[0];
}
