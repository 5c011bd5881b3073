import { escalationPolicySchema, type EscalationPolicy } from "#core/escalation/escalation-policy.ts";
import { prisma } from "../client.ts";

/** An escalation policy of a team, and the monitors that have it as their own. */
export type SavedPolicy = {
  policyId: number;
  name: string;
  policy: EscalationPolicy;
  tags: string[];
  isDefault: boolean;
  monitors: { id: number; name: string }[];
};

/** The escalation policies of a team, the default first. */
export async function listPolicies(teamId: number): Promise<SavedPolicy[]> {
  const rows = await prisma.escalationPolicy.findMany({
    where: { teamId },
    orderBy: [{ isDefault: "desc" }, { id: "asc" }],
    select: {
      id: true,
      name: true,
      policy: true,
      tags: true,
      isDefault: true,
      monitors: { orderBy: { name: "asc" }, select: { id: true, name: true } },
    },
  });
  return rows.map(({ id: policyId, policy, ...row }) => ({ policyId, policy: escalationPolicySchema.parse(policy), ...row }));
}
