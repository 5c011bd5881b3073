import type { PoolClient } from "pg";
import type { EscalationPolicy } from "#core/escalation/escalation-policy.ts";
import { jsonb } from "../jsonb.ts";
import { inTransaction } from "../transaction.ts";
import { isOfTeam } from "./is-of-team.ts";

/** An escalation policy as somebody saves it: for the monitors with one of its tags, and for all others where it is the default. */
export type PolicyDraft = { name: string; policy: EscalationPolicy; tags: string[]; isDefault: boolean };

/**
 * Makes an escalation policy of a team, or changes the one that is named; the default before it is none any more. Open incidents go on by the
 * one they began with. `foreign` where it tells somebody who is not the team's; `not-found` where the team has no such policy.
 */
export async function savePolicy(
  teamId: number,
  policyId: number | null,
  draft: PolicyDraft,
): Promise<{ policyId: number } | "foreign" | "not-found"> {
  return inTransaction(async (client) => {
    await client.query("select from team where id = $1 for no key update", [teamId]); // one at a time, so that one is the default
    if (!(await isOfTeam(client, teamId, draft.policy))) return "foreign";
    if (draft.isDefault)
      await client.query(
        "update escalation_policy set is_default = false where team_id = $1 and is_default and id is distinct from $2",
        [teamId, policyId],
      );
    const savedId = policyId === null ? await insert(client, teamId, draft) : await update(client, teamId, policyId, draft);
    return savedId === null ? "not-found" : { policyId: savedId };
  });
}

async function insert(client: PoolClient, teamId: number, { name, policy, tags, isDefault }: PolicyDraft): Promise<number> {
  const { rows } = await client.query<{ policyId: number }>(
    `insert into escalation_policy (team_id, name, policy, tags, is_default) values ($1, $2, $3, $4, $5) returning id as "policyId"`,
    [teamId, name, jsonb(policy), tags, isDefault],
  );
  return rows[0]!.policyId;
}

async function update(client: PoolClient, teamId: number, policyId: number, draft: PolicyDraft): Promise<number | null> {
  const { rowCount } = await client.query(
    "update escalation_policy set name = $3, policy = $4, tags = $5, is_default = $6 where team_id = $1 and id = $2",
    [teamId, policyId, draft.name, jsonb(draft.policy), draft.tags, draft.isDefault],
  );
  return rowCount === 1 ? policyId : null;
}
