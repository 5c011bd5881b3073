import { prisma } from "../client.ts";

/** The users of a team, by address. */
export async function listMembers(teamId: number): Promise<{ userId: number; email: string }[]> {
  const rows = await prisma.membership.findMany({
    where: { teamId },
    select: { user: { select: { id: true, email: true } } },
    orderBy: { user: { email: "asc" } },
  });
  return rows.map(({ user }) => ({ userId: user.id, email: user.email }));
}
