import type { Viewer } from "#core/account/viewer.ts";
import type { PostMortem } from "#core/incident/post-mortem.ts";
import { acknowledgeIncident } from "#db/incident/acknowledge-incident.ts";
import { addNote } from "#db/incident/add-note.ts";
import { deleteNote } from "#db/incident/delete-note.ts";
import { editNote } from "#db/incident/edit-note.ts";
import { readPostMortem } from "#db/incident/read-post-mortem.ts";
import { resolveByHand } from "#db/incident/resolve-by-hand.ts";
import { savePostMortem } from "#db/incident/save-post-mortem.ts";
import { undoAcknowledge } from "#db/incident/undo-acknowledge.ts";

/** The editor takes an incident of their team on; false where it is over or somebody has it already. */
export function acknowledge(editor: Viewer, incidentId: number): Promise<boolean> {
  return acknowledgeIncident(editor.teamId, incidentId, editor);
}

/** Nobody has an incident of the editor's team any more; false where nobody had it. */
export function takeBack(editor: Viewer, incidentId: number): Promise<boolean> {
  return undoAcknowledge(editor.teamId, incidentId, editor);
}

/** An incident of the editor's team is over because they say so; false where it is over already. */
export function resolve(editor: Viewer, incidentId: number, why: string): Promise<boolean> {
  return resolveByHand(editor.teamId, incidentId, editor, why);
}

/** Adds what the editor knows of an incident of their team. */
export function writeNote(editor: Viewer, incidentId: number, text: string): ReturnType<typeof addNote> {
  return addNote(editor.teamId, incidentId, editor.userId, text);
}

/** Changes a note of the editor's own; false where it is gone or is not theirs. */
export function changeNote(editor: Viewer, noteId: number, text: string): Promise<boolean> {
  return editNote(editor.teamId, noteId, editor.userId, text);
}

/** Removes a note of the editor's own; one that is gone already is gone. */
export async function removeNote(editor: Viewer, noteId: number): Promise<void> {
  await deleteNote(editor.teamId, noteId, editor);
}

/**
 * Saves the post-mortem of an incident of the editor's team, made from the version that was saved at `before`; `text` is null to take it
 * away. Where somebody else was quicker, theirs comes back.
 */
export async function writePostMortem(
  editor: Viewer,
  incidentId: number,
  text: string | null,
  before: Date | null,
): Promise<"saved" | "not-found" | { theirs: PostMortem | null }> {
  const outcome = await savePostMortem(editor.teamId, incidentId, editor, text, before);
  return outcome === "changed" ? { theirs: await readPostMortem(editor.teamId, incidentId) } : outcome;
}
