import { z } from "zod";
import { imapStepSchema, inboundStepSchema, pop3StepSchema } from "./mailbox-steps.ts";
import { expectStepSchema, setStepSchema, waitStepSchema } from "./other-steps.ts";
import { smtpStepSchema } from "./smtp-steps.ts";

/** Each kind of step, by the key that says what it is. */
const STEP_SCHEMAS = {
  smtp: smtpStepSchema,
  imap: imapStepSchema,
  pop3: pop3StepSchema,
  inbound: inboundStepSchema,
  wait: waitStepSchema,
  expect: expectStepSchema,
  set: setStepSchema,
} as const;

export type StepKind = keyof typeof STEP_SCHEMAS;
export const STEP_KINDS = Object.keys(STEP_SCHEMAS) as StepKind[];

/** One step of a script. */
export type Step = { [Kind in StepKind]: z.infer<(typeof STEP_SCHEMAS)[Kind]> }[StepKind];

/** A step of any kind, for a schema that others read. Its complaints are about all kinds at once. */
export const anyStepSchema = z.union(Object.values(STEP_SCHEMAS));

/** A step. What is wrong with it is said of the kind that it is of. */
export const stepSchema = z.unknown().transform((step, context): Step => {
  const kind = typeof step === "object" && step !== null ? kindOfStep(step) : null;
  if (kind === null) {
    context.addIssue({ code: "custom", message: `A step begins with one of ${STEP_KINDS.join(", ")}.`, input: step });
    return z.NEVER;
  }
  const { data, error } = STEP_SCHEMAS[kind].safeParse(step);
  for (const issue of error?.issues ?? []) context.issues.push({ ...issue, input: step } as z.core.$ZodRawIssue);
  return data ?? z.NEVER;
});

/** What kind of step it is, by the first of its keys that says so; null where none does. */
export function kindOfStep(step: object): StepKind | null {
  return STEP_KINDS.find((kind) => Object.hasOwn(step, kind)) ?? null;
}
