"use server";

import { refresh } from "next/cache";
import { writePostMortem } from "#app/_data/incident/work-on-incident.ts";
import { requireEditor, VIEWERS_ONLY_LOOK } from "#app/_data/viewer.ts";
import type { Viewer } from "#core/account/viewer.ts";
import { typedValues, type FormState } from "#core/form/form-state.ts";
import { parseId } from "#core/form/parse-id.ts";
import { parseIncidentWords } from "#core/incident/incident-words.ts";

/** Saves the post-mortem. Where somebody else has saved one meanwhile, saving once more goes over theirs. */
export async function saveIncidentPostMortem(incidentId: number, _: FormState, form: FormData): Promise<FormState> {
  const values = typedValues(form);
  const editor = await requireEditor();
  if (!editor) return { values, errors: {}, message: VIEWERS_ONLY_LOOK };
  const written = parseIncidentWords(values.text ?? "", "post-mortem");
  if (!written.ok) return { values, errors: { text: written.complaint } };
  return save(editor, incidentId, values, written.words);
}

/** Takes the post-mortem away that was saved at `before`. */
export async function deleteIncidentPostMortem(incidentId: number, before: string): Promise<FormState> {
  const editor = await requireEditor();
  if (!editor) return { values: {}, errors: {}, message: VIEWERS_ONLY_LOOK };
  return save(editor, incidentId, { before }, null);
}

async function save(editor: Viewer, incidentId: number, values: Record<string, string>, text: string | null): Promise<FormState> {
  const before = versionOf(values.before);
  const isThere = parseId(String(incidentId)) !== null;
  const outcome = isThere ? await writePostMortem(editor, incidentId, text, before) : "not-found";
  refresh();
  if (outcome === "saved") return { values: {}, errors: {}, done: text === null ? "Post-mortem deleted." : "Post-mortem saved." };
  if (outcome === "not-found") return { values, errors: {}, message: "This incident is not over, or is not there any more." };
  const { theirs } = outcome;
  return {
    values: { ...values, before: theirs?.savedAt.toISOString() ?? "" },
    errors: {},
    message: theirs
      ? `${theirs.by ?? "Somebody"} has saved another version meanwhile: it stands below. Saving again puts yours in its place.`
      : "Somebody has deleted it meanwhile. Saving again puts yours in its place.",
  };
}

function versionOf(before: string | undefined): Date | null {
  const at = new Date(before ?? "");
  return Number.isNaN(at.getTime()) ? null : at;
}
