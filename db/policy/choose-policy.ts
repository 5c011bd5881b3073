import type { PoolClient } from "pg";
import { DEFAULT_ESCALATION_POLICY, type EscalationPolicy } from "#core/escalation/escalation-policy.ts";
import { pool } from "../pool.ts";

/** The policy a monitor is told of by, and whether that is its own, one of its tags', or the team's default. */
export type ChosenPolicy = { policyId: number; name: string; policy: EscalationPolicy; because: "own" | "tag" | "default" };

/**
 * Who is told of a monitor: by its own policy, else by that of one of its tags (the first one made, where several have one), else by the
 * team's default, and where the team has none by ours.
 */
export async function choosePolicy(monitorId: number, client: Pick<PoolClient, "query"> = pool): Promise<EscalationPolicy> {
  return (await choosePolicies([monitorId], client))(monitorId);
}

/** The same for each of some monitors. */
export async function choosePolicies(
  monitorIds: readonly number[],
  client: Pick<PoolClient, "query">,
): Promise<(monitorId: number) => EscalationPolicy> {
  const chosen = await readChosen(monitorIds, client);
  return (monitorId) => chosen.get(monitorId)?.policy ?? DEFAULT_ESCALATION_POLICY;
}

/** The team's policy that a monitor is told of by; null where it is none of theirs. */
export async function choosePolicyOf(monitorId: number, client: Pick<PoolClient, "query"> = pool): Promise<ChosenPolicy | null> {
  return (await readChosen([monitorId], client)).get(monitorId) ?? null;
}

async function readChosen(monitorIds: readonly number[], client: Pick<PoolClient, "query">): Promise<Map<number, ChosenPolicy>> {
  const { rows } = await client.query<ChosenPolicy & { monitorId: number }>(
    `select distinct on (m.id) m.id as "monitorId", p.id as "policyId", p.name, p.policy,
       case when p.id = m.policy_id then 'own' when p.tags && m.tags then 'tag' else 'default' end as because
     from monitor m join escalation_policy p on p.team_id = m.team_id
     where m.id = any($1::int[]) and (p.id = m.policy_id or p.tags && m.tags or p.is_default)
     order by m.id, coalesce(p.id = m.policy_id, false) desc, p.tags && m.tags desc, p.id`,
    [monitorIds],
  );
  return new Map(rows.map(({ monitorId, ...chosen }) => [monitorId, chosen]));
}
