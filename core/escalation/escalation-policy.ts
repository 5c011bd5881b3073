import { z } from "zod";
import { CHANNEL_KINDS } from "../channel/channel.ts";
import { quietHoursSchema } from "./quiet-hours.ts";

const MOST_STEPS = 10;
const MOST_TOLD = 20;
const DAY_S = 86_400;

const idSchema = z.int().positive();
const bySchema = z.array(z.enum(CHANNEL_KINDS)).min(1, "Choose at least one kind of channel.").optional();

const tellSchema = z.union([
  z.strictObject({ channelsOf: z.literal("monitor") }),
  z.strictObject({ channelId: idSchema }),
  z.strictObject({ contactId: idSchema, by: bySchema }),
  z.strictObject({ onCallId: idSchema, by: bySchema }),
]);

/**
 * Who is told: the channels of the monitor itself, one channel, a contact, or whoever is on call in a schedule. A contact is told on their
 * channels of the kinds in `by`, or on the first one where nothing is said.
 */
export type Tell = z.infer<typeof tellSchema>;

const tellsSchema = z.array(tellSchema).min(1, "A step tells somebody.").max(MOST_TOLD, `A step tells at most ${MOST_TOLD}.`);

const stepSchema = z.object({
  afterS: z.coerce
    .number({ error: "Enter after how long." })
    .int("A step comes after a whole number of seconds.")
    .min(0, "A step cannot come before the incident.")
    .max(DAY_S, "A step comes within a day."),
  tell: tellsSchema,
});

/** Who is told so many seconds after the beginning, where nobody has acknowledged by then. */
export type Step = z.infer<typeof stepSchema>;

const repeatSchema = z.object({
  everyS: z.coerce
    .number({ error: "Enter how often the steps are repeated." })
    .int("Repeats are a whole number of seconds apart.")
    .min(60, "Repeats are at least a minute apart.")
    .max(DAY_S, "Repeats are at most a day apart."),
  times: z.coerce
    .number({ error: "Enter how many times the steps are repeated." })
    .int("Repeats are a whole number.")
    .min(1, "Repeats are at least one.")
    .max(20, "Repeats are at most 20."),
});

const ladderSchema = z
  .object({
    steps: z.array(stepSchema).min(1, "There is at least one step.").max(MOST_STEPS, `There are at most ${MOST_STEPS} steps.`),
    repeat: repeatSchema.nullable(),
  })
  .refine(({ steps }) => steps.every(({ afterS }, index) => index === 0 || afterS > steps[index - 1]!.afterS), {
    message: "Each step comes later than the one before.",
    path: ["steps"],
  })
  .refine(({ steps, repeat }) => repeat === null || repeat.everyS > (steps.at(-1)?.afterS ?? 0), {
    message: "The steps are repeated after the last of them.",
    path: ["repeat", "everyS"],
  });

/** Steps, one later than the other, and how often all of them are taken again, the first `everyS` after the beginning. */
export type Ladder = z.infer<typeof ladderSchema>;

export const escalationPolicySchema = z.object({
  down: ladderSchema,
  degraded: ladderSchema.nullable(),
  change: tellsSchema.nullable(),
  quietHours: quietHoursSchema.nullable(),
  acknowledgedForS: z.coerce
    .number()
    .int("An acknowledgement lasts a whole number of seconds.")
    .min(300, "An acknowledgement lasts at least five minutes.")
    .max(7 * DAY_S, "An acknowledgement lasts at most a week.")
    .nullable(),
});

/**
 * Who is told of an incident, in which order and after how long; nobody any more once it is acknowledged. `degraded` and `change` are as for
 * `down` where they are null, a change being told to those of the first step. Quiet hours hold back what is not down. After
 * `acknowledgedForS` an incident that is still open counts as not acknowledged, and the steps begin anew.
 */
export type EscalationPolicy = z.infer<typeof escalationPolicySchema>;

/** Right for one person: at once, on every channel of the monitor, and that is all. */
export const DEFAULT_ESCALATION_POLICY: EscalationPolicy = {
  down: { steps: [{ afterS: 0, tell: [{ channelsOf: "monitor" }] }], repeat: null },
  degraded: null,
  change: null,
  quietHours: null,
  acknowledgedForS: null,
};

/** The steps for an incident that is this bad. */
export function ladderFor(policy: EscalationPolicy, severity: "down" | "degraded"): Ladder {
  return severity === "degraded" ? (policy.degraded ?? policy.down) : policy.down;
}
