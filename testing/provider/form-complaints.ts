import type { z } from "zod";

/** What a form would say to these values, each complaint after the name of its field. */
export function formComplaints({ schema }: { schema: z.ZodType }, values: object): string[] {
  return schema.safeParse(values).error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`) ?? [];
}
