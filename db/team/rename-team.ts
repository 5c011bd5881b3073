import { prisma } from "../client.ts";

/** Gives a team another name. False where the user is not one of its owners or admins. */
export async function renameTeam(teamId: number, userId: number, name: string): Promise<boolean> {
  const { count } = await prisma.team.updateMany({
    where: { id: teamId, memberships: { some: { userId, role: { in: ["owner", "admin"] } } } },
    data: { name },
  });
  return count === 1;
}
