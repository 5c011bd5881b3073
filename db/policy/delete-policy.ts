import { prisma } from "../client.ts";

/** Deletes an escalation policy of a team; its monitors are told of as all others. False where the team has none such. */
export async function deletePolicy(teamId: number, policyId: number): Promise<boolean> {
  const { count } = await prisma.escalationPolicy.deleteMany({ where: { id: policyId, teamId } });
  return count === 1;
}
