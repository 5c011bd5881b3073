import { STATUS_LOOKS } from "#components/ui/status-mark.tsx";
import { reasonHeadline } from "#core/diagnosis.ts";
import type { MonitorSummary } from "#core/monitor-summary.ts";

type Props = { contrary: MonitorSummary["contrary"]; replyCode: number | null };

/** What the latest check says against the status of a monitor, before that is sure enough to count. */
export function Contrary({ contrary, replyCode }: Props) {
  if (contrary === null) return null;
  const words = contrary.reason === null ? STATUS_LOOKS[contrary.status].word : reasonHeadline(contrary.reason, replyCode);
  return (
    <span className="wrap-anywhere">
      {words}, <span className="text-muted">being confirmed</span>
    </span>
  );
}
