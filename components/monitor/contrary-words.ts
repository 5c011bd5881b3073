import { STATUS_LOOKS } from "#components/ui/status-mark.tsx";
import { reasonHeadline } from "#core/diagnosis/diagnosis.ts";
import type { MonitorSummary } from "#core/monitor/monitor-summary.ts";

/** What the latest check says against the status of a monitor, in words; null where nothing does. */
export function contraryWords({ contrary, lastReplyCode }: Pick<MonitorSummary, "contrary" | "lastReplyCode">): string | null {
  if (contrary === null) return null;
  return contrary.reason === null ? STATUS_LOOKS[contrary.status].word : reasonHeadline(contrary.reason, lastReplyCode);
}
