import { requireViewer } from "#app/_data/viewer.ts";
import type { FoundMonitor } from "#core/monitor/found-monitor.ts";
import { targetText } from "#core/monitor/target-text.ts";
import { listMonitors } from "#db/monitor/list-monitors.ts";

const MOST = 8;
const MAX_TEXT_CHARS = 253;

/** The viewer's monitors with this text in their name or host, those that need a person first. */
export async function findMonitors(text: string): Promise<FoundMonitor[]> {
  const { teamId } = await requireViewer();
  const wanted = { status: null, kind: null, tag: null, text: text.slice(0, MAX_TEXT_CHARS).trim(), limit: MOST, offset: 0 };
  const { monitors } = await listMonitors(teamId, wanted);
  return monitors.map(({ monitorId, name, target, status }) => ({ monitorId, name, target: targetText(target), status }));
}
