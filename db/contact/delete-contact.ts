import { prisma } from "../client.ts";

/**
 * Deletes a contact of a team; where they take over on call they do no more. Steps and turns that name them reach nobody and hand on at
 * once. False where the team has none such.
 */
export async function deleteContact(teamId: number, contactId: number): Promise<boolean> {
  const { count } = await prisma.contact.deleteMany({ where: { id: contactId, teamId } });
  return count === 1;
}
