import { z } from "zod";
import { imapStepSchema, inboundStepSchema, pop3StepSchema } from "./mailbox-steps.ts";
import { expectStepSchema, setStepSchema, waitStepSchema } from "./other-steps.ts";
import { PROTOCOLS, type Protocol } from "./server.ts";
import { smtpStepSchema } from "./smtp-steps.ts";

/** Each kind of step, by the key that says what it is. */
export const STEP_SCHEMAS = {
  smtp: smtpStepSchema,
  imap: imapStepSchema,
  pop3: pop3StepSchema,
  inbound: inboundStepSchema,
  wait: waitStepSchema,
  expect: expectStepSchema,
  set: setStepSchema,
} as const;

type StepKind = keyof typeof STEP_SCHEMAS;
const STEP_KINDS = Object.keys(STEP_SCHEMAS) as StepKind[];

/** One step of a script. */
export type Step = { [Kind in StepKind]: z.infer<(typeof STEP_SCHEMAS)[Kind]> }[StepKind];

/** A step. What is wrong with it is said of the kind that it is of, by the first of its keys that says so. */
export const stepSchema = z.unknown().transform((step, context): Step => {
  const isObject = typeof step === "object" && step !== null;
  const kind = isObject ? STEP_KINDS.find((each) => Object.hasOwn(step, each)) : undefined;
  if (kind === undefined) {
    context.addIssue({ code: "custom", message: `A step begins with one of ${STEP_KINDS.join(", ")}.`, input: step });
    return z.NEVER;
  }
  const { data, error } = STEP_SCHEMAS[kind].safeParse(step);
  for (const issue of error?.issues ?? []) context.issues.push({ ...issue, input: step } as z.core.$ZodRawIssue);
  return data ?? z.NEVER;
});

/** The protocol of the connection that a step talks through; null where it talks to nobody. */
export function protocolOf(step: Step): Protocol | null {
  return PROTOCOLS.find((each) => each in step) ?? null;
}
