import type { Viewer } from "#core/account/viewer.ts";
import { deleteContact } from "#db/contact/delete-contact.ts";
import type { ContactDraft } from "#db/contact/save-contact.ts";
import { saveContact } from "#db/contact/save-contact.ts";

/** Makes or changes a contact of the editor's team. */
export function keepContact(editor: Viewer, contactId: number | null, draft: ContactDraft): ReturnType<typeof saveContact> {
  return saveContact(editor.teamId, contactId, draft);
}

/** Removes a contact of the editor's team; one that is gone already is gone. */
export async function removeContact(editor: Viewer, contactId: number): Promise<void> {
  await deleteContact(editor.teamId, contactId);
}
