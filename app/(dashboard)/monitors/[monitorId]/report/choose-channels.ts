"use server";

import { refresh } from "next/cache";
import { chooseMonthly } from "#app/_data/monthly/choose-monthly.ts";
import { requireEditor, VIEWERS_ONLY_LOOK } from "#app/_data/viewer.ts";
import { EMPTY_FORM, type FormState } from "#core/form/form-state.ts";
import { parseId } from "#core/form/parse-id.ts";

/** Keeps which channels get a mail about each month. */
export async function chooseChannels(monitorId: number, _: FormState, form: FormData): Promise<FormState> {
  const editor = await requireEditor();
  if (!editor) return { ...EMPTY_FORM, message: VIEWERS_ONLY_LOOK };
  const channelIds = form.getAll("channel").flatMap((typed) => parseId(typed) ?? []);
  const isSaved = parseId(String(monitorId)) !== null && (await chooseMonthly(editor, monitorId, channelIds));
  if (!isSaved) return { ...EMPTY_FORM, message: "This monitor is not there any more." };
  refresh();
  return { ...EMPTY_FORM, done: channelIds.length === 0 ? "Saved: nobody gets it." : "Saved." };
}
