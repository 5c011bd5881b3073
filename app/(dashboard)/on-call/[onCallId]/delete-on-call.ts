"use server";

import { redirect } from "next/navigation";
import { removeOnCall } from "#app/_data/alerting/change-on-call.ts";
import { requireEditor } from "#app/_data/viewer.ts";
import { parseId } from "#core/form/parse-id.ts";

/** Deletes an on-call schedule; for somebody who may only look it does nothing. */
export async function deleteOnCall(onCallId: number): Promise<void> {
  const editor = await requireEditor();
  if (editor && parseId(String(onCallId)) !== null) await removeOnCall(editor, onCallId);
  redirect("/on-call");
}
