import { dutyPool } from "../pool.ts";

/** The monitors that are watched although their team is frozen and made them too late. */
export async function listRunningFrozen(): Promise<{ teamId: number; monitorId: number }[]> {
  const { rows } = await dutyPool.query<{ teamId: number; monitorId: number }>(
    `select team.id as "teamId", monitor.id as "monitorId" from team join monitor on monitor.team_id = team.id
     where frozen_at is not null and monitor.created_at >= frozen_from and paused_at is null`,
  );
  return rows;
}
