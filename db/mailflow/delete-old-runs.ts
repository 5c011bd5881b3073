import { dutyPool } from "../pool.ts";

/** Forgets runs when no chart shows them any more, and what was counted of a day after a year. Those of trials go with them. Returns how many runs. */
export async function deleteOldRuns(): Promise<number> {
  const { rowCount } = await dutyPool.query("delete from mailflow_run where slot_at < now() - interval '95 days'");
  await dutyPool.query("delete from mailflow_team_use where day < current_date - 366");
  await dutyPool.query("delete from mailflow_domain_use where day < current_date - 366");
  return rowCount ?? 0;
}
