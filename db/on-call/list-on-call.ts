import { onCallScheduleSchema, type OnCallSchedule } from "#core/on-call.ts";
import { prisma } from "../client.ts";

/** An on-call schedule of a team; `overrideIds` are those of its overrides, in the same order. */
export type SavedOnCall = { onCallId: number; name: string; schedule: OnCallSchedule; overrideIds: number[] };

/** The on-call schedules of a team by name, with those overrides that end after `since`. */
export async function listOnCall(teamId: number, since: Date): Promise<SavedOnCall[]> {
  const rows = await prisma.onCallSchedule.findMany({
    where: { teamId },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    include: { overrides: { where: { toAt: { gt: since } }, orderBy: { id: "asc" } } },
  });
  return rows.map(({ id: onCallId, name, timeZone, rotations, overrides }) => ({
    onCallId,
    name,
    schedule: onCallScheduleSchema.parse({
      timeZone,
      rotations,
      overrides: overrides.map(({ contactId, fromAt, toAt }) => ({ contactId, from: fromAt.getTime(), to: toAt.getTime() })),
    }),
    overrideIds: overrides.map(({ id }) => id),
  }));
}
