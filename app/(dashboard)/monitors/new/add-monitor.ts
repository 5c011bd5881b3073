"use server";

import { redirect } from "next/navigation";
import { makeMonitor } from "#app/_data/monitor/change-monitor.ts";
import { requireEditor, VIEWERS_ONLY_LOOK } from "#app/_data/viewer.ts";
import type { FormState } from "#core/form/form-state.ts";
import { refusedForm } from "#core/form/refusal.ts";
import { CHANNELS_FIELD, ESCALATION_FIELD } from "#core/monitor/monitor-form.ts";
import { parseMonitorForm, PASSWORD_NEEDED } from "#core/monitor/parse-monitor-form.ts";
import { CHANNEL_GONE, POLICY_GONE, readMonitorForm } from "../read-monitor-form.ts";

/** Saves a new monitor and shows its page, where the first check appears by itself. */
export async function addMonitor(_: FormState, form: FormData): Promise<FormState> {
  const editor = await requireEditor();
  const { fields, channelIds, policyId, values } = readMonitorForm(form);
  if (!editor) return { values, errors: {}, message: VIEWERS_ONLY_LOOK };
  const parsed = parseMonitorForm(fields);
  if (!parsed.ok) return { values, errors: parsed.errors };

  const made = await makeMonitor(editor, parsed.draft, { channelIds, policyId });
  if (made === "foreign-channel") return { values, errors: { [CHANNELS_FIELD]: CHANNEL_GONE } };
  if (made === "foreign-policy") return { values, errors: { [ESCALATION_FIELD]: POLICY_GONE } };
  if (made === "secret-needed") return { values, errors: { password: PASSWORD_NEEDED } };
  if ("refused" in made) return refusedForm(values, made.refused);
  redirect(`/monitors/${made.monitorId}`);
}
