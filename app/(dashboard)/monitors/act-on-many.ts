"use server";

import { refresh } from "next/cache";
import { pauseMany, removeMany, resumeMany, tagMany } from "#app/_data/monitor/change-many.ts";
import { requireEditor, VIEWERS_ONLY_LOOK } from "#app/_data/viewer.ts";
import type { Viewer } from "#core/account/viewer.ts";
import { parseId } from "#core/form/parse-id.ts";
import { MONITORS_AT_ONCE, type SaidOfMany } from "#core/monitor/many-monitors.ts";
import { MOST_TAGS, parseTags } from "#core/monitor/tag.ts";

/** Pauses monitors, or resumes them. */
export async function setManyPaused(monitorIds: number[], isPaused: boolean): Promise<SaidOfMany> {
  return act(monitorIds, async (editor, ids) => {
    const changed = await (isPaused ? pauseMany : resumeMany)(editor, ids);
    if (changed.length === 0) return { ok: false, text: `All of them are ${isPaused ? "paused" : "watched"} already.`, changed };
    return { ok: true, text: isPaused ? `${named(changed)} paused` : `Watching ${named(changed)} again`, changed };
  });
}

/** Adds tags to monitors, and takes others away. */
export async function tagMonitors(monitorIds: number[], add: unknown, remove: unknown): Promise<SaidOfMany> {
  return act(monitorIds, async (editor, ids) => {
    const [added, removed] = [parseTags(textOf(add)), parseTags(textOf(remove))];
    if (!added.ok) return nothing(added.error);
    if (!removed.ok) return nothing(removed.error);
    if (added.tags.length + removed.tags.length === 0) return nothing("Type a tag to add or to take away.");
    const changed = await tagMany(editor, ids, { add: added.tags, remove: removed.tags });
    if (changed === "too-many") return nothing(`One of them would have more than ${MOST_TAGS} tags. None was changed.`);
    return { ok: true, text: "Tags changed", changed: ids };
  });
}

/** Deletes monitors and everything seen of them. */
export async function deleteMonitors(monitorIds: number[]): Promise<SaidOfMany> {
  return act(monitorIds, async (editor, ids) => {
    const changed = await removeMany(editor, ids);
    return { ok: true, text: `${named(changed)} deleted`, changed };
  });
}

/** What comes from a browser may be anything. */
async function act(monitorIds: unknown, change: (editor: Viewer, ids: number[]) => Promise<SaidOfMany>): Promise<SaidOfMany> {
  const editor = await requireEditor();
  if (!editor) return nothing(VIEWERS_ONLY_LOOK);
  const ids = Array.isArray(monitorIds) ? monitorIds.map((each) => parseId(String(each))).filter((id) => id !== null) : [];
  if (ids.length === 0) return nothing("Select a monitor first.");
  if (ids.length > MONITORS_AT_ONCE) return nothing(`At most ${MONITORS_AT_ONCE} monitors can be changed at once.`);
  const said = await change(editor, [...new Set(ids)]);
  refresh();
  return said;
}

function textOf(typed: unknown): string {
  return typeof typed === "string" ? typed : "";
}

function nothing(text: string): SaidOfMany {
  return { ok: false, text, changed: [] };
}

function named(monitorIds: readonly number[]): string {
  return monitorIds.length === 1 ? "1 monitor" : `${monitorIds.length} monitors`;
}
