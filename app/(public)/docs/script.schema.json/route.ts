import { scriptJsonSchema } from "#core/script/script-json-schema.ts";

export const dynamic = "force-static";

/** Publishes the JSON Schema of scripts, for editors that check YAML as one types. */
export function GET(): Response {
  return Response.json(scriptJsonSchema(), { headers: { "Content-Type": "application/schema+json" } });
}
