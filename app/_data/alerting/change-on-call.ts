import type { Viewer } from "#core/account/viewer.ts";
import type { Override } from "#core/on-call/on-call.ts";
import type { OnCallForm } from "#core/on-call/parse-on-call-form.ts";
import { addOverride } from "#db/on-call/add-override.ts";
import { deleteOnCall } from "#db/on-call/delete-on-call.ts";
import { deleteOverride } from "#db/on-call/delete-override.ts";
import { saveOnCall } from "#db/on-call/save-on-call.ts";

/** Makes or changes an on-call schedule of the editor's team. */
export function keepOnCall(editor: Viewer, onCallId: number | null, draft: OnCallForm): ReturnType<typeof saveOnCall> {
  return saveOnCall(editor.teamId, onCallId, draft);
}

/** Removes an on-call schedule of the editor's team; one that is gone already is gone. */
export async function removeOnCall(editor: Viewer, onCallId: number): Promise<void> {
  await deleteOnCall(editor.teamId, onCallId);
}

/** Somebody takes over in a schedule of the editor's team; false where it, or they, are gone. */
export function takeOver(editor: Viewer, onCallId: number, override: Override): Promise<boolean> {
  return addOverride(editor.teamId, onCallId, override);
}

/** Takes back that somebody takes over. */
export async function removeOverride(editor: Viewer, overrideId: number): Promise<void> {
  await deleteOverride(editor.teamId, overrideId);
}
