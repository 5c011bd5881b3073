"use server";

import { redirect } from "next/navigation";
import { removeContact } from "#app/_data/alerting/change-contact.ts";
import { requireEditor } from "#app/_data/viewer.ts";
import { parseId } from "#core/form/parse-id.ts";

/** Deletes a contact; for somebody who may only look it does nothing. */
export async function deleteContact(contactId: number): Promise<void> {
  const editor = await requireEditor();
  if (editor && parseId(String(contactId)) !== null) await removeContact(editor, contactId);
  redirect("/contacts");
}
