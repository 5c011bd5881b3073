import { z } from "zod";
import { groupCount, patternSchema } from "./pattern.ts";
import { SCRIPT_LIMITS } from "./script-limits.ts";
import { spanSchema } from "./span.ts";
import { EVERY_STEP, expectsOfReply, folderTemplate, REPLY_EXPECTED, REPLY_PARTS, textSchema } from "./step-parts.ts";
import { GIVEN_VARIABLES, labelSchema, templateSchema } from "./template.ts";

/** Does nothing for a while. */
export const waitStepSchema = z.strictObject({ wait: spanSchema(SCRIPT_LIMITS.deadlineMs), name: EVERY_STEP.name });

/** The name of a header field (RFC 5322 section 2.2): printable ASCII but for the colon. */
const fieldName = z.string().regex(/^[\x21-\x39\x3b-\x7e]{1,76}$/, "A header field has a name such as Subject.");

/** What is wrong with a message, or with its way, and how bad that is. */
const OTHERWISE = { otherwise: z.enum(["degraded", "down"], { error: "Otherwise it is degraded or down." }).optional() };

const VERDICTS = ["pass", "fail", "softfail", "neutral", "none", "temperror", "permerror"] as const;
const verdict = z.union([z.enum(VERDICTS), z.array(z.enum(VERDICTS)).min(1)], {
  error: `A verdict is one of ${VERDICTS.join(", ")}.`,
});

/** What can be expected of a message. */
const MESSAGE_PARTS = {
  folder: folderTemplate.optional(),
  delay: spanSchema(SCRIPT_LIMITS.deadlineMs).optional(),
  size: z
    .strictObject({ atLeast: z.number().int().min(0).optional(), atMost: z.number().int().min(1).optional() })
    .refine(({ atLeast, atMost }) => atLeast !== undefined || atMost !== undefined, "Say atLeast or atMost, in bytes.")
    .optional(),
  headers: z.record(fieldName, textSchema).optional(),
  spf: verdict.optional(),
  dkim: verdict.optional(),
  dmarc: verdict.optional(),
};

/**
 * What has to hold. `reply` is about the reply to the last SMTP command, `message` about the message that was found: the folder it is in, the
 * delay from our sending to its arrival, its size in bytes, its header fields, and what we make of SPF, DKIM and DMARC.
 */
export const expectStepSchema = z.discriminatedUnion(
  "expect",
  [
    z
      .strictObject({ expect: z.literal("reply"), ...REPLY_PARTS, ...OTHERWISE, name: EVERY_STEP.name })
      .refine(expectsOfReply, REPLY_EXPECTED),
    z
      .strictObject({ expect: z.literal("message"), ...MESSAGE_PARTS, ...OTHERWISE, name: EVERY_STEP.name })
      .refine((step) => Object.keys(MESSAGE_PARTS).some((part) => part in step), "Say what is expected of the message."),
  ],
  { error: "An expect step is about the reply or the message." },
);

const ownVariable = labelSchema.refine(
  (name) => !GIVEN_VARIABLES.some((given) => given === name),
  `The names ${GIVEN_VARIABLES.join(" and ")} are taken.`,
);

/** A value: a text, or what the first capturing group of a pattern finds in the last reply. */
const valueSchema = z.union(
  [
    templateSchema(z.string(), 500),
    z.strictObject({
      fromReply: patternSchema.refine(
        (pattern) => hasOneGroup(pattern),
        "The pattern has one group in round brackets: that is the value.",
      ),
    }),
  ],
  { error: "A value is a text, or fromReply with a pattern." },
);

/** Gives variables their values. */
export const setStepSchema = z.strictObject({
  set: z.record(ownVariable, valueSchema).refine((values) => Object.keys(values).length > 0, "Name a variable."),
  name: EVERY_STEP.name,
});

/** What no pattern is, has no groups either. */
function hasOneGroup(pattern: string): boolean {
  return !patternSchema.safeParse(pattern).success || groupCount(pattern) === 1;
}
