import type { StatusChange } from "#core/uptime/uptime.ts";
import { pool } from "../pool.ts";

/**
 * The changes of health of some of a team's monitors since an instant, with the latest one before it, oldest first: all that uptime
 * needs. Every monitor asked for has an entry.
 */
export async function listTransitionsSince(
  teamId: number,
  monitorIds: number[],
  since: Date,
): Promise<Map<number, StatusChange[]>> {
  const { rows } = await pool.query<StatusChange & { monitorId: number }>(
    `select m.id as "monitorId", (extract(epoch from t.at) * 1000)::float8 as at, t."from", t."to"
     from monitor m
     cross join lateral (
       (select id, at, "from", "to" from transition where monitor_id = m.id and at > $3)
       union all
       (select id, at, "from", "to" from transition where monitor_id = m.id and at <= $3 order by at desc, id desc limit 1)
     ) t
     where m.team_id = $1 and m.id = any($2) order by m.id, t.at, t.id`,
    [teamId, monitorIds, since],
  );
  const changes = new Map(monitorIds.map((monitorId): [number, StatusChange[]] => [monitorId, []]));
  for (const { monitorId, at, from, to } of rows) changes.get(monitorId)?.push({ at, from, to });
  return changes;
}
