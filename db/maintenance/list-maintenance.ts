import { pool } from "../pool.ts";
import { IS_FOR, PLAN_COLUMNS, type PlanRow } from "./plan-row.ts";

/** A maintenance of a team, the monitors it names, and how many it is for just now. */
export type MaintenanceRow = PlanRow & {
  name: string;
  isForAll: boolean;
  tags: string[];
  createdAt: Date;
  named: { monitorId: number; name: string }[];
  monitors: number;
};

/** The maintenance of a team: all of it, or the one of an id. */
export async function listMaintenance(teamId: number, maintenanceId: number | null = null): Promise<MaintenanceRow[]> {
  const { rows } = await pool.query<MaintenanceRow>(
    `select ${PLAN_COLUMNS}, x.name, x.is_for_all as "isForAll", x.tags, x.created_at as "createdAt",
       coalesce((select json_agg(json_build_object('monitorId', m.id, 'name', m.name) order by lower(m.name), m.id)
         from maintenance_monitor named join monitor m on m.id = named.monitor_id where named.maintenance_id = x.id), '[]') as named,
       (select count(*)::int from monitor m where ${IS_FOR}) as monitors
     from maintenance x where x.team_id = $1 and ($2::int is null or x.id = $2) order by x.id`,
    [teamId, maintenanceId],
  );
  return rows;
}
