"use server";

import { notFound, redirect } from "next/navigation";
import { changeMonitor, storedTarget } from "#app/_data/monitor/change-monitor.ts";
import { requireEditor, VIEWERS_ONLY_LOOK } from "#app/_data/viewer.ts";
import type { FormState } from "#core/form/form-state.ts";
import { parseId } from "#core/form/parse-id.ts";
import { refusedForm } from "#core/form/refusal.ts";
import { CHANNELS_FIELD, ESCALATION_FIELD } from "#core/monitor/monitor-form.ts";
import { parseMonitorForm, PASSWORD_NEEDED_AGAIN } from "#core/monitor/parse-monitor-form.ts";
import { CHANNEL_GONE, POLICY_GONE, readMonitorForm } from "../../read-monitor-form.ts";

const CHANGED_MEANWHILE =
  "Somebody else changed or deleted this monitor while you were editing it. Load the page anew to see what it is now; what you typed is still here.";

/** Saves what was changed of a monitor, bound to the revision the form was opened with. */
export async function saveMonitor(monitorId: number, revision: number, _: FormState, form: FormData): Promise<FormState> {
  if (parseId(String(monitorId)) === null || parseId(String(revision)) === null) notFound();
  const editor = await requireEditor();
  const { fields, channelIds, policyId, values } = readMonitorForm(form);
  if (!editor) return { values, errors: {}, message: VIEWERS_ONLY_LOOK };
  const stored = await storedTarget(editor, monitorId);
  if (stored === null) return { values, errors: {}, message: CHANGED_MEANWHILE };
  const parsed = parseMonitorForm(fields, stored);
  if (!parsed.ok) return { values, errors: parsed.errors };

  const outcome = await changeMonitor(editor, monitorId, revision, parsed.draft, { channelIds, policyId });
  if (outcome === "foreign-channel") return { values, errors: { [CHANNELS_FIELD]: CHANNEL_GONE } };
  if (outcome === "foreign-policy") return { values, errors: { [ESCALATION_FIELD]: POLICY_GONE } };
  if (outcome === "secret-needed") return { values, errors: { password: PASSWORD_NEEDED_AGAIN } };
  if (outcome === "changed-meanwhile") return { values, errors: {}, message: CHANGED_MEANWHILE };
  if (outcome === "edited") redirect(`/monitors/${monitorId}`);
  return refusedForm(values, outcome.refused);
}
