import { certificateLeft } from "#core/change/certificate-left.ts";
import { reasonHeadline } from "#core/diagnosis/diagnosis.ts";
import { KIND_WORDS } from "#core/monitor/monitor-form-words.ts";
import type { MonitorSummary } from "#core/monitor/monitor-summary.ts";
import { targetText } from "#core/monitor/target-text.ts";
import type { DayRun } from "#core/uptime/day-bars.ts";
import type { Uptime } from "#core/uptime/uptime.ts";
import { contraryWords } from "./contrary-words.ts";
import { MONITOR_GRID } from "./monitor-grid.ts";
import { MonitorRow, type MonitorRowProps } from "./monitor-row.tsx";
import { SelectAll } from "./select-all.tsx";

type Row = { monitor: MonitorSummary; days: readonly DayRun[]; uptime: Uptime };

type Props = { rows: readonly Row[]; now: number; zone: string; canSelect: boolean };

/** Behind the status. Each row says them for itself to whoever does not see the columns. */
const HEADS = ["Monitor", "Last 90 days", "Uptime", "Latency", "Certificate", "Last check"];

/** Monitors, one below the other, to be ticked by whoever may change them. Rows out of sight are not laid out. */
export function MonitorList({ rows, now, zone, canSelect }: Props) {
  return (
    <div>
      <div className={`hidden gap-x-4 border-b border-line px-2 py-2 text-xs font-medium text-muted md:grid ${MONITOR_GRID}`}>
        <span className="flex items-center gap-3">
          {canSelect && <SelectAll />}
          <span aria-hidden>Status</span>
        </span>
        {HEADS.map((head) => (
          <span key={head} aria-hidden className="nth-[n+4]:text-right">
            {head}
          </span>
        ))}
      </div>
      <ol aria-label="Monitors">
        {rows.map((row) => (
          <MonitorRow key={row.monitor.monitorId} {...shownRow(row, now)} zone={zone} canSelect={canSelect} />
        ))}
      </ol>
    </div>
  );
}

/** What stands in a row. */
function shownRow({ monitor, days, uptime }: Row, now: number): Omit<MonitorRowProps, "zone" | "canSelect"> {
  const { monitorId, name, tags, status, reason, contrary, lastReplyCode, since, lastMs, lastSlotAt, certificateEndsAt } = monitor;
  const isOfSeveral = monitor.target.kind === "domain"; // the time and the certificate of one of its servers say nothing of it
  const isBad = status === "down" || status === "degraded" || status === "unknown";
  return {
    monitorId,
    name,
    kind: KIND_WORDS[monitor.target.kind].name,
    target: targetText(monitor.target),
    tags,
    status,
    contrary: contraryWords(monitor),
    trouble: isBad && reason && !contrary ? { headline: reasonHeadline(reason, lastReplyCode), since: since.getTime() } : null,
    days,
    uptime: uptime.share,
    lastMs: isOfSeveral ? null : lastMs,
    certificate: isOfSeveral ? null : certificateEndsAt && certificateLeft(certificateEndsAt.getTime(), now),
    lastSlotAt: lastSlotAt && lastSlotAt.getTime(),
  };
}
