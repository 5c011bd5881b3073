import { z } from "zod";
import { fieldErrors } from "../form/form-state.ts";
import { nameSchema } from "../monitor/monitor.ts";
import { timeZoneSchema } from "../time/time-zone.ts";
import { rotationSchema, type Rotation } from "./on-call.ts";

export type OnCallForm = { name: string; timeZone: string; rotations: Rotation[] };
export type ParsedOnCallForm = { ok: true; draft: OnCallForm } | { ok: false; errors: Record<string, string> };

const formSchema = z.object({
  name: nameSchema,
  timeZone: timeZoneSchema,
  rotations: z
    .array(rotationSchema)
    .min(1, "An on-call schedule has a rotation.")
    .max(10, "An on-call schedule has at most 10 rotations."),
});

/** Reads the form of an on-call schedule: its rotations stand in it as JSON. What is wrong in them is named by its path, as in `rotations.0.startsAt`. */
export function parseOnCallForm(values: Record<string, string>): ParsedOnCallForm {
  let rotations: unknown = null;
  try {
    rotations = JSON.parse(values.rotations ?? "");
  } catch {
    // which the schema refuses
  }
  const parsed = formSchema.safeParse({ name: values.name ?? "", timeZone: values.timeZone, rotations });
  return parsed.success ? { ok: true, draft: parsed.data } : { ok: false, errors: fieldErrors(parsed.error) };
}
