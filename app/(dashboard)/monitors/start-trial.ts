"use server";

import { startTrial as start, storedTarget } from "#app/_data/monitor/change-monitor.ts";
import { requireEditor, VIEWERS_ONLY_LOOK } from "#app/_data/viewer.ts";
import type { TrialAnswer } from "#components/monitor/monitor-form.tsx";
import { parseId } from "#core/form/parse-id.ts";
import { parseTrialForm, PASSWORD_NEEDED_AGAIN } from "#core/monitor/parse-monitor-form.ts";
import { readMonitorForm } from "./read-monitor-form.ts";

const TOO_MANY = "That was many trials within a minute. Wait a little, then try again.";
const REFUSED =
  "This server has refused this login several times within an hour. Wait until that hour is over: more tries might lock the account.";

/** Asks for one run of the dialogue the form describes, the form of the monitor that is edited, if there is one. */
export async function startTrial(monitorId: number | null, form: FormData): Promise<TrialAnswer> {
  const editor = await requireEditor();
  if (!editor) return { message: VIEWERS_ONLY_LOOK };
  const edited = parseId(String(monitorId));
  const stored = edited === null ? null : await storedTarget(editor, edited);
  const parsed = parseTrialForm(readMonitorForm(form).fields, stored);
  if (!parsed.ok) return { errors: parsed.errors };
  const outcome = await start(editor, parsed, edited);
  if (outcome === "too-many") return { message: TOO_MANY };
  if (outcome === "login-refused") return { message: REFUSED };
  if (outcome === "secret-needed") return { errors: { password: PASSWORD_NEEDED_AGAIN } };
  if ("refused" in outcome) {
    const { field, sentence } = outcome.refused;
    return field === null ? { message: sentence } : { errors: { [field]: sentence } };
  }
  return outcome;
}
