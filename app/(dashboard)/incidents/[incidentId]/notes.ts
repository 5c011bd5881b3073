"use server";

import { refresh } from "next/cache";
import { changeNote, removeNote, writeNote } from "#app/_data/incident/work-on-incident.ts";
import { requireEditor, VIEWERS_ONLY_LOOK } from "#app/_data/viewer.ts";
import { typedValues, type FormState } from "#core/form/form-state.ts";
import { parseId } from "#core/form/parse-id.ts";
import { parseIncidentWords } from "#core/incident/incident-words.ts";

const NOT_ADDED = {
  "not-found": "This incident is not there any more.",
  "too-many": "This incident has as many notes as it can hold. Write into one of yours.",
} as const;

/** Adds a note. */
export async function addIncidentNote(incidentId: number, _: FormState, form: FormData): Promise<FormState> {
  const values = typedValues(form);
  const editor = await requireEditor();
  if (!editor) return { values, errors: {}, message: VIEWERS_ONLY_LOOK };
  const note = parseIncidentWords(values.text ?? "", "note");
  if (!note.ok) return { values, errors: { text: note.complaint } };
  const outcome = parseId(String(incidentId)) === null ? "not-found" : await writeNote(editor, incidentId, note.words);
  if (outcome !== "added") return { values, errors: {}, message: NOT_ADDED[outcome] };
  refresh();
  return { values: {}, errors: {}, done: "Note added." };
}

/** Changes a note of one's own. */
export async function editIncidentNote(noteId: number, _: FormState, form: FormData): Promise<FormState> {
  const values = typedValues(form);
  const editor = await requireEditor();
  if (!editor) return { values, errors: {}, message: VIEWERS_ONLY_LOOK };
  const note = parseIncidentWords(values.text ?? "", "note");
  if (!note.ok) return { values, errors: { text: note.complaint } };
  const isChanged = parseId(String(noteId)) !== null && (await changeNote(editor, noteId, note.words));
  if (!isChanged) return { values, errors: {}, message: "This note is gone, or is not yours." };
  refresh();
  return { values: {}, errors: {}, done: "Note changed." };
}

/** Removes a note of one's own; for anybody else it does nothing. */
export async function deleteIncidentNote(noteId: number): Promise<void> {
  const editor = await requireEditor();
  if (editor && parseId(String(noteId)) !== null) await removeNote(editor, noteId);
  refresh();
}
