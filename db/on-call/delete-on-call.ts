import { prisma } from "../client.ts";

/** Deletes an on-call schedule of a team; steps that name it reach nobody and hand on at once. False where the team has none such. */
export async function deleteOnCall(teamId: number, onCallId: number): Promise<boolean> {
  const { count } = await prisma.onCallSchedule.deleteMany({ where: { id: onCallId, teamId } });
  return count === 1;
}
