import { pool } from "../pool.ts";

/** Gives a monitor an escalation policy of its own, or takes it away (null). False where one of them is not the team's. */
export async function setMonitorPolicy(teamId: number, monitorId: number, policyId: number | null): Promise<boolean> {
  const { rowCount } = await pool.query(
    `update monitor set policy_id = $3 where team_id = $1 and id = $2
       and ($3::int is null or exists (select from escalation_policy where id = $3 and team_id = $1))`,
    [teamId, monitorId, policyId],
  );
  return rowCount === 1;
}
