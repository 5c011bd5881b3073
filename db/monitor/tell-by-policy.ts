import type { PoolClient } from "pg";

/** Thrown inside a transaction to undo it: an escalation policy that is not the team's was asked for. */
export class ForeignPolicy extends Error {}

/** Has a monitor told of by an escalation policy of its own, which must be the team's, or as its tags and the team's default say (null). */
export async function tellByPolicy(client: PoolClient, teamId: number, monitorId: number, policyId: number | null): Promise<void> {
  if (policyId !== null) {
    const { rowCount } = await client.query("select from escalation_policy where id = $1 and team_id = $2 for key share", [
      policyId,
      teamId,
    ]);
    if (rowCount !== 1) throw new ForeignPolicy("a policy of another team");
  }
  await client.query("update monitor set policy_id = $2 where id = $1", [monitorId, policyId]);
}
