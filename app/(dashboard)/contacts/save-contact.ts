"use server";

import { notFound, redirect } from "next/navigation";
import { keepContact } from "#app/_data/alerting/change-contact.ts";
import { requireEditor, VIEWERS_ONLY_LOOK } from "#app/_data/viewer.ts";
import { parseContactForm } from "#core/channel/parse-contact-form.ts";
import { typedValues, type FormState } from "#core/form/form-state.ts";
import { parseId } from "#core/form/parse-id.ts";

/** Saves a new contact, or what was changed of one, and shows the list. */
export async function saveContact(contactId: number | null, _: FormState, form: FormData): Promise<FormState> {
  if (contactId !== null && parseId(String(contactId)) === null) notFound();
  const editor = await requireEditor();
  const values = typedValues(form);
  if (!editor) return { values, errors: {}, message: VIEWERS_ONLY_LOOK };
  const parsed = parseContactForm(values);
  if (!parsed.ok) return { values, errors: parsed.errors };
  const saved = await keepContact(editor, contactId, parsed.draft);
  if (saved === "foreign") return { values, errors: { channelIds: "One of these channels, or the user, is gone. Choose again." } };
  if (saved === "not-found") return { values, errors: {}, message: "Somebody has deleted this contact meanwhile." };
  redirect("/contacts");
}
