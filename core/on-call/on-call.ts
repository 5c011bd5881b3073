import { z } from "zod";
import { hoursIn, localHoursSchema } from "../time/local-hours.ts";
import { localTimeSchema } from "../time/local-time.ts";
import { timeZoneSchema } from "../time/time-zone.ts";
import { turnAt } from "./on-call-turn.ts";

const contactIdSchema = z.int().positive();

export const rotationSchema = z.object({
  contactIds: z.array(contactIdSchema).min(1, "A rotation has somebody in it.").max(50, "A rotation has at most 50 turns."),
  startsAt: localTimeSchema,
  endsAt: localTimeSchema.nullable(),
  every: z.object({
    count: z.coerce
      .number({ error: "Enter how often it is handed over." })
      .int("Hand-overs are a whole number of hours, days or weeks apart.")
      .min(1, "Hand-overs are at least one hour apart.")
      .max(365, "Hand-overs are at most 365 apart."),
    unit: z.enum(["hours", "days", "weeks"], { error: "Choose hours, days or weeks." }),
  }),
  within: z.array(localHoursSchema).max(20),
});

/**
 * People who take turns: the first of `contactIds` from `startsAt` on (local time), the next one `every` so often, and then from the start again;
 * nobody from `endsAt` on. `within` are the hours it is for, such as nights; always where there are none. Who is there twice has two turns.
 */
export type Rotation = z.infer<typeof rotationSchema>;

export const overrideSchema = z
  .object({ contactId: contactIdSchema, from: z.int(), to: z.int() })
  .refine(({ from, to }) => to > from, { message: "It ends after it begins.", path: ["to"] });

/** Somebody takes over, from one instant to another (epoch milliseconds). */
export type Override = z.infer<typeof overrideSchema>;

export const onCallScheduleSchema = z.object({
  timeZone: timeZoneSchema,
  rotations: z
    .array(rotationSchema)
    .min(1, "An on-call schedule has a rotation.")
    .max(10, "An on-call schedule has at most 10 rotations."),
  overrides: z.array(overrideSchema).max(200, "An on-call schedule has at most 200 overrides."),
});

/**
 * Who is on call when: rotations, of which a later one goes over an earlier one wherever it has somebody, and overrides, which go over all of
 * them, the last first.
 */
export type OnCallSchedule = z.infer<typeof onCallScheduleSchema>;

/** The contact who is on call at an instant (epoch milliseconds); null where nobody is. */
export function onCallAt({ timeZone, rotations, overrides }: OnCallSchedule, at: number): number | null {
  const override = overrides.findLast(({ from, to }) => from <= at && at < to);
  if (override) return override.contactId;
  for (const rotation of rotations.toReversed()) {
    const isOn = rotation.within.length === 0 || hoursIn(rotation.within, timeZone, at, at + 1).length > 0;
    const turn = isOn ? turnAt(rotation, timeZone, at) : null;
    if (turn !== null) return rotation.contactIds[turn % rotation.contactIds.length]!;
  }
  return null;
}
