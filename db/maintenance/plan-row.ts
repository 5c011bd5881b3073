import type { MaintenancePlan } from "#core/maintenance/maintenance.ts";

/** A maintenance as deciding who is in it needs it. */
export type PlanRow = MaintenancePlan & { maintenanceId: number };

/** SQL: the columns of a PlanRow, over maintenance `x`. */
export const PLAN_COLUMNS = `x.id as "maintenanceId", x.starts_at as "startsAt", x.time_zone as "timeZone", x.duration_min as "durationMin",
  x.rule, (extract(epoch from x.ended_at) * 1000)::float8 as "endedAt"`;

/** SQL: whether maintenance `x` is for monitor `m`. */
export const IS_FOR = `(x.team_id = m.team_id and (x.is_for_all or x.tags && m.tags
  or exists (select from maintenance_monitor named where named.maintenance_id = x.id and named.monitor_id = m.id)))`;
