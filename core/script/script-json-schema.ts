import { z } from "zod";
import { portSchema } from "../monitor/host.ts";
import { scriptSchema } from "./script.ts";
import { STEP_SCHEMAS, stepSchema } from "./step.ts";

/** Where in the JSON Schema a step is. */
const STEP = "#/$defs/step";

/**
 * The JSON Schema (2020-12) of a script's text, made of what checks it, for editors that complete and check YAML as one types. What needs
 * more than one place to judge, the order of steps and the variables, only readScript says.
 */
export function scriptJsonSchema(): Record<string, unknown> {
  const { $schema, ...script } = jsonSchemaOf(scriptSchema);
  const kinds = Object.values(STEP_SCHEMAS).map((schema) => {
    const { $schema: _, ...step } = jsonSchemaOf(schema);
    return step;
  });
  return {
    $schema,
    title: "Ehlowatch script",
    description: "What a mailflow monitor does: the servers it talks to, its steps, and what is always done.",
    ...script,
    $defs: { step: { anyOf: kinds } },
  };
}

function jsonSchemaOf(schema: z.ZodType): Record<string, unknown> {
  return z.toJSONSchema(schema, {
    io: "input",
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema === stepSchema) Object.assign(jsonSchema, { $ref: STEP });
      if (zodSchema === portSchema) Object.assign(jsonSchema, { type: "integer", minimum: 1, maximum: 65_535 });
    },
  });
}
