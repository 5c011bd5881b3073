import { parseId } from "#core/form/parse-id.ts";
import { CHANNELS_FIELD, ESCALATION_FIELD, monitorFormValues } from "#core/monitor/monitor-form.ts";

export const POLICY_GONE = "This policy is not there any more. Choose again.";
export const CHANNEL_GONE = "One of these channels is not there any more. Choose again.";

/** What was typed into the monitor form and ticked in it. The `values` are what may be sent back: everything but the password. */
export function readMonitorForm(form: FormData) {
  const fields = monitorFormValues(form);
  const ticked = form.getAll("channel").map(parseId);
  const channelIds = ticked.filter((channelId) => channelId !== null);
  const policyId = parseId(form.get(ESCALATION_FIELD));
  const chosen = { [CHANNELS_FIELD]: channelIds.join(","), [ESCALATION_FIELD]: String(policyId ?? "") };
  return { fields, channelIds, policyId, values: { ...fields, password: "", secrets: "", ...chosen } };
}
