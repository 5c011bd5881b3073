import { typedValues } from "#core/form-state.ts";
import { CHANNELS_FIELD, MONITOR_FIELDS, type MonitorFormValues } from "#core/monitor-form.ts";
import { parseId } from "#core/parse-id.ts";

export const CHANNEL_GONE = "One of these channels is not there any more. Choose again.";

/** What was typed into the monitor form and ticked in it. A field that was not sent is empty. */
export function readMonitorForm(form: FormData) {
  const typed = typedValues(form);
  const fields = Object.fromEntries(MONITOR_FIELDS.map((field) => [field, typed[field] ?? ""])) as MonitorFormValues;
  const ticked = form.getAll("channel").map(parseId);
  const channelIds = ticked.filter((channelId) => channelId !== null);
  return { fields, channelIds, values: { ...fields, [CHANNELS_FIELD]: channelIds.join(",") } };
}
