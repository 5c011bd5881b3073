import { z } from "zod";

const partSchema = z.object({ ok: z.boolean() });
const healthSchema = z.object({ database: partSchema, queue: partSchema, workers: partSchema, leader: partSchema });

/** Why a page could not be made and what that means for the watch, from what /api/health answers. */
export function failureSentence(health: unknown): string {
  const parsed = healthSchema.safeParse(health);
  if (parsed.success && !parsed.data.database.ok)
    return "The database does not answer. Until it does, nothing can be shown and no results are kept. This page works again as soon as it is back.";
  return "Something on our side broke while this page was made. Your monitors are checked by another process and go on.";
}
