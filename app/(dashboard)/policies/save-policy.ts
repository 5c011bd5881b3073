"use server";

import { notFound, redirect } from "next/navigation";
import { keepPolicy } from "#app/_data/alerting/change-policy.ts";
import { requireEditor, VIEWERS_ONLY_LOOK } from "#app/_data/viewer.ts";
import { parsePolicyForm } from "#core/escalation/parse-policy-form.ts";
import { typedValues, type FormState } from "#core/form/form-state.ts";
import { parseId } from "#core/form/parse-id.ts";

/** Saves a new escalation policy, or what was changed of one, and shows the list. */
export async function savePolicy(policyId: number | null, _: FormState, form: FormData): Promise<FormState> {
  if (policyId !== null && parseId(String(policyId)) === null) notFound();
  const editor = await requireEditor();
  const values = typedValues(form);
  if (!editor) return { values, errors: {}, message: VIEWERS_ONLY_LOOK };
  const parsed = parsePolicyForm(values);
  if (!parsed.ok) return { values, errors: parsed.errors };
  const saved = await keepPolicy(editor, policyId, parsed.draft);
  if (saved === "foreign") return { values, errors: {}, message: "Somebody it tells is gone. Choose others in the steps below." };
  if (saved === "not-found") return { values, errors: {}, message: "Somebody has deleted this policy meanwhile." };
  redirect("/policies");
}
