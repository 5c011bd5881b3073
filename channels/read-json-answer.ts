import type { z } from "zod";
import type { HttpOutcome } from "#network/http-client.ts";

/** What a provider answered in JSON, as far as the schema asks; null where it answered nothing, or something else. */
export function readJsonAnswer<Fields>(answer: HttpOutcome, schema: z.ZodType<Fields>): Fields | null {
  if (!answer.answered) return null;
  try {
    return schema.safeParse(JSON.parse(answer.body)).data ?? null;
  } catch {
    return null; // a page of a proxy, or cut off
  }
}
