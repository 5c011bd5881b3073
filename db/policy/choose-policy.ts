import type { PoolClient } from "pg";
import { DEFAULT_ESCALATION_POLICY, type EscalationPolicy } from "#core/escalation-policy.ts";
import { pool } from "../pool.ts";

/**
 * Who is told of a monitor: by its own policy, else by that of one of its tags (the first one made, where several have one), else by the
 * team's default, and where the team has none by ours.
 */
export async function choosePolicy(monitorId: number, client: Pick<PoolClient, "query"> = pool): Promise<EscalationPolicy> {
  const { rows } = await client.query<{ policy: EscalationPolicy }>(
    `select p.policy from monitor m join escalation_policy p on p.team_id = m.team_id
     where m.id = $1 and (p.id = m.policy_id or p.tags && m.tags or p.is_default)
     order by coalesce(p.id = m.policy_id, false) desc, p.tags && m.tags desc, p.id limit 1`,
    [monitorId],
  );
  return rows[0]?.policy ?? DEFAULT_ESCALATION_POLICY;
}
