"use server";

import { previewShifts } from "#app/_data/alerting/load-on-call.ts";
import type { ShiftAnswer } from "#components/alerting/shift-preview.tsx";
import { parseOnCallForm } from "#core/on-call/parse-on-call-form.ts";

/** Who would be on call by what is typed; the name does not matter for that. */
export async function previewOnCall(rotations: string, timeZone: string): Promise<ShiftAnswer> {
  const parsed = parseOnCallForm({ name: "Preview", rotations, timeZone });
  if (!parsed.ok) return { shifts: [], error: Object.values(parsed.errors)[0] ?? null };
  return { shifts: await previewShifts(parsed.draft), error: null };
}
