"use server";

import { revalidatePath } from "next/cache";
import { saveTimeZone } from "#app/_data/account/save-settings.ts";
import { requireViewer } from "#app/_data/viewer.ts";
import { typedValues, type FormState } from "#core/form/form-state.ts";
import { timeZoneSchema } from "#core/time/time-zone.ts";

export async function setTimeZone(_: FormState, form: FormData): Promise<FormState> {
  const { userId } = await requireViewer();
  const values = typedValues(form);
  const parsed = timeZoneSchema.safeParse(values.timeZone);
  if (!parsed.success) return { values, errors: { timeZone: parsed.error.issues[0]!.message } };
  await saveTimeZone(userId, parsed.data);
  revalidatePath("/", "layout"); // every page shows times
  return { values, errors: {}, done: "Times are shown in this zone now." };
}
