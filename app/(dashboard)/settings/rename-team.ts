"use server";

import { revalidatePath } from "next/cache";
import { saveTeamName } from "#app/_data/account/save-settings.ts";
import { requireViewer } from "#app/_data/viewer.ts";
import { typedValues, type FormState } from "#core/form/form-state.ts";
import { nameSchema } from "#core/monitor/monitor.ts";

export async function renameTeam(_: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const values = typedValues(form);
  const parsed = nameSchema.safeParse(values.teamName ?? "");
  if (!parsed.success) return { values, errors: { teamName: parsed.error.issues[0]!.message } };
  if (!(await saveTeamName(viewer, parsed.data))) return { values, errors: {}, message: "Only owners and admins rename a team." };
  revalidatePath("/", "layout"); // the bar shows it
  return { values: { teamName: parsed.data }, errors: {}, done: "The team has its new name." };
}
