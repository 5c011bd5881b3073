import { z } from "zod";
import { SCRIPT_LIMITS, USUAL_DEADLINE_MS } from "./script-limits.ts";
import { serverSchema } from "./server.ts";
import { spanSchema } from "./span.ts";
import { stepSchema } from "./step.ts";
import { labelSchema } from "./template.ts";

const WHOLE = {
  version: z.literal(1, { error: "This is version 1 of scripts: write version: 1." }),
  deadline: spanSchema(SCRIPT_LIMITS.deadlineMs).default(USUAL_DEADLINE_MS),
  servers: z
    .record(labelSchema, serverSchema, { error: "Name the servers that the script talks to." })
    .refine(
      (servers) => Object.keys(servers).length <= SCRIPT_LIMITS.servers,
      `There can be at most ${SCRIPT_LIMITS.servers} servers.`,
    ),
  steps: z.array(stepSchema, { error: "A script has a list of steps." }).min(1, "A script has at least one step."),
  always: z.array(stepSchema, { error: "What is always done is a list of steps." }).optional(),
};

/** A script as it stands in its text, version 1. Times are in ms, sizes in bytes. What is in `always` is done however the steps ended. */
export const scriptSchema = z.strictObject(WHOLE, {
  error: ({ code }) => (code === "invalid_type" ? `A script has ${Object.keys(WHOLE).join(", ")}.` : undefined),
});
export type Script = z.infer<typeof scriptSchema>;
