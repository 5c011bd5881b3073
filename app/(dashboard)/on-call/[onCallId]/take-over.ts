"use server";

import { revalidatePath } from "next/cache";
import { notFound } from "next/navigation";
import { removeOverride, takeOver } from "#app/_data/alerting/change-on-call.ts";
import { loadOnCall } from "#app/_data/alerting/load-on-call.ts";
import { requireEditor, VIEWERS_ONLY_LOOK } from "#app/_data/viewer.ts";
import { typedValues, type FormState } from "#core/form/form-state.ts";
import { parseId } from "#core/form/parse-id.ts";
import { parseOverrideForm } from "#core/on-call/parse-override-form.ts";

/** Somebody takes over in an on-call schedule. */
export async function addTakeOver(onCallId: number, _: FormState, form: FormData): Promise<FormState> {
  const editor = await requireEditor();
  const values = typedValues(form);
  if (!editor) return { values, errors: {}, message: VIEWERS_ONLY_LOOK };
  if (parseId(String(onCallId)) === null) notFound();
  const { schedule } = await loadOnCall(String(onCallId));
  const parsed = parseOverrideForm(values, schedule.timeZone);
  if (!parsed.ok) return { values, errors: parsed.errors };
  if (!(await takeOver(editor, onCallId, parsed.override)))
    return { values, errors: {}, message: "They are gone, or too many take over already. Look at the list again." };
  revalidatePath(`/on-call/${onCallId}`);
  return { values: {}, errors: {}, done: "It is in the plan." };
}

/** Takes back that somebody takes over; for somebody who may only look it does nothing. */
export async function deleteTakeOver(onCallId: number, overrideId: number): Promise<void> {
  const editor = await requireEditor();
  if (editor && parseId(String(overrideId)) !== null) await removeOverride(editor, overrideId);
  revalidatePath(`/on-call/${onCallId}`);
}
