import { prisma } from "../client.ts";

/** Takes back that somebody takes over in a team's on-call schedule. False where there is no such override. */
export async function deleteOverride(teamId: number, overrideId: number): Promise<boolean> {
  const { count } = await prisma.onCallOverride.deleteMany({ where: { id: overrideId, onCall: { teamId } } });
  return count === 1;
}
