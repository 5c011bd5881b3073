"use server";

import { notFound, redirect } from "next/navigation";
import { keepOnCall } from "#app/_data/alerting/change-on-call.ts";
import { requireEditor, VIEWERS_ONLY_LOOK } from "#app/_data/viewer.ts";
import { typedValues, type FormState } from "#core/form/form-state.ts";
import { parseId } from "#core/form/parse-id.ts";
import { parseOnCallForm } from "#core/on-call/parse-on-call-form.ts";

/** Saves a new on-call schedule, or what was changed of one, and shows it. */
export async function saveOnCall(onCallId: number | null, _: FormState, form: FormData): Promise<FormState> {
  if (onCallId !== null && parseId(String(onCallId)) === null) notFound();
  const editor = await requireEditor();
  const values = typedValues(form);
  if (!editor) return { values, errors: {}, message: VIEWERS_ONLY_LOOK };
  const parsed = parseOnCallForm(values);
  if (!parsed.ok) return { values, errors: parsed.errors };
  const saved = await keepOnCall(editor, onCallId, parsed.draft);
  if (saved === "foreign") return { values, errors: { "rotations.0.contactIds": "Somebody in it is gone. Take them out." } };
  if (saved === "not-found") return { values, errors: {}, message: "Somebody has deleted this schedule meanwhile." };
  redirect(`/on-call/${saved.onCallId}`);
}
