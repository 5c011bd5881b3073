"use server";

import { startTrial as start } from "#app/_data/monitor/change-monitor.ts";
import { requireEditor, VIEWERS_ONLY_LOOK } from "#app/_data/viewer.ts";
import type { TrialAnswer } from "#components/monitor/monitor-form.tsx";
import { parseTrialForm } from "#core/parse-monitor-form.ts";
import { readMonitorForm } from "./read-monitor-form.ts";

/** Asks for one run of the dialogue the form describes. */
export async function startTrial(form: FormData): Promise<TrialAnswer> {
  const editor = await requireEditor();
  if (!editor) return { message: VIEWERS_ONLY_LOOK };
  const parsed = parseTrialForm(readMonitorForm(form).fields);
  if (!parsed.ok) return { errors: parsed.errors };
  const trialId = await start(editor, parsed.target, parsed.timeLimitS);
  if (trialId === null) return { message: "That was many trials within a minute. Wait a little, then try again." };
  return { trialId };
}
