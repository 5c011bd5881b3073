import { z } from "zod";
import { SCRIPT_DEFAULTS, SCRIPT_LIMITS } from "./script-limits.ts";
import { serverSchema } from "./server.ts";
import { spanSchema, spanText } from "./span.ts";
import { anyStepSchema, stepSchema } from "./step.ts";
import { variableNameSchema } from "./template.ts";

function scriptOf<S extends typeof stepSchema | typeof anyStepSchema>(step: S) {
  const whole = {
    version: z.literal(1, { error: "This is version 1 of scripts: write version: 1." }),
    deadline: spanSchema(SCRIPT_LIMITS.deadlineMs)
      .default(SCRIPT_DEFAULTS.deadlineMs)
      .meta({ default: spanText(SCRIPT_DEFAULTS.deadlineMs) }),
    servers: z
      .record(variableNameSchema, serverSchema, { error: "Name the servers that the script talks to." })
      .refine(
        (servers) => Object.keys(servers).length <= SCRIPT_LIMITS.servers,
        `There can be at most ${SCRIPT_LIMITS.servers} servers.`,
      ),
    steps: z.array(step, { error: "A script has a list of steps." }).min(1, "A script has at least one step."),
    always: z.array(step, { error: "What is always done is a list of steps." }).optional(),
  };
  return z.strictObject(whole, {
    error: ({ code }) => (code === "invalid_type" ? `A script has ${Object.keys(whole).join(", ")}.` : undefined),
  });
}

/** A script as it stands in its text, version 1. Times are in ms, sizes in bytes. What is in `always` is done however the steps ended. */
export const scriptSchema = scriptOf(stepSchema);
export type Script = z.infer<typeof scriptSchema>;

/** The JSON Schema (draft 2020-12) of a script's text, for editors. */
export function scriptJsonSchema(): object {
  const schema = z.toJSONSchema(scriptOf(anyStepSchema), { io: "input" });
  return { title: "A mailflow script", ...schema };
}
