import { cx } from "class-variance-authority";
import Link from "next/link";
import type { ReactNode } from "react";
import { DayStrip } from "#components/chart/day-strip.tsx";
import { StatusMark } from "#components/ui/status-mark.tsx";
import { Time } from "#components/ui/time.tsx";
import { certificateLeft } from "#core/certificate-left.ts";
import type { DayBar } from "#core/day-bars.ts";
import { reasonHeadline } from "#core/diagnosis.ts";
import type { MonitorSummary } from "#core/monitor-summary.ts";
import { msText } from "#core/ms-text.ts";
import { targetText } from "#core/target-text.ts";
import { percentText, type Uptime } from "#core/uptime.ts";
import { URGENCY_LOOKS } from "./certificate-panel.tsx";
import { Contrary } from "./contrary.tsx";
import { SelectMonitor } from "./select-monitor.tsx";
import { TagList } from "./tag-list.tsx";

type Props = { monitor: MonitorSummary; bars: readonly DayBar[]; uptime: Uptime; now: number; zone: string; canSelect: boolean };

export const MONITOR_GRID = "md:grid-cols-[8.5rem_minmax(0,1fr)_minmax(8rem,15rem)_4.5rem_4.5rem_4.5rem_5.5rem]";

/** A monitor in the list; all of it leads to its page. */
export function MonitorRow({ monitor, bars, uptime, now, zone, canSelect }: Props) {
  const { status, reason, since, certificateEndsAt } = monitor;
  const isBad = status === "down" || status === "degraded" || status === "unknown";
  return (
    <li
      className={`relative grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-1 border-b border-line px-2 py-3 hover:bg-sunken has-[input:checked]:bg-accent-soft md:min-h-14 md:py-2 ${MONITOR_GRID}`}
    >
      <span className="flex items-center gap-3">
        {canSelect && <SelectMonitor monitorId={monitor.monitorId} name={monitor.name} />}
        <StatusMark status={status} />
      </span>
      <div className="col-span-2 row-start-2 min-w-0 md:col-span-1 md:row-auto">
        <Link
          href={`/monitors/${monitor.monitorId}`}
          prefetch={false}
          data-list-item
          className="line-clamp-2 rounded-xs font-medium wrap-anywhere after:absolute after:inset-0"
        >
          {monitor.name}
        </Link>
        <p className="truncate text-sm text-muted">
          <span className="font-mono text-xs">{targetText(monitor.target)}</span>
        </p>
        <TagList tags={monitor.tags} />
        {monitor.contrary && (
          <p className="text-sm">
            <Contrary contrary={monitor.contrary} replyCode={monitor.lastReplyCode} />
          </p>
        )}
        {isBad && reason !== null && monitor.contrary === null && (
          <p className="text-sm wrap-anywhere">
            {reasonHeadline(reason, monitor.lastReplyCode)} <span className="text-muted">for</span>{" "}
            <Time at={since} zone={zone} isLength className="text-muted" />
          </p>
        )}
      </div>
      <div className="col-span-2 md:col-span-1">
        <DayStrip bars={bars} uptime={uptime} />
      </div>
      <Figure label="Uptime">
        {uptime.share === null ? <span title="Watched for too short a time to say a number">–</span> : percentText(uptime.share)}
      </Figure>
      <Figure label="Latency" className="text-right">
        {monitor.lastMs === null ? "–" : msText(monitor.lastMs)}
      </Figure>
      {certificateEndsAt === null ? (
        <span aria-hidden className="hidden text-right md:block">
          –
        </span>
      ) : (
        <Figure label="Certificate">
          <CertificateDays endsAt={certificateEndsAt} now={now} />
        </Figure>
      )}
      <div className="col-start-2 row-start-1 text-right text-sm text-muted md:col-auto md:row-auto">
        <span className="sr-only">Last check: </span>
        {monitor.lastSlotAt === null ? "not checked yet" : <Time at={monitor.lastSlotAt} zone={zone} />}
      </div>
    </li>
  );
}

/** The days a certificate still has, the louder the fewer. */
function CertificateDays({ endsAt, now }: { endsAt: Date; now: number }) {
  const { days, words, urgency } = certificateLeft(endsAt.getTime(), now);
  return (
    <span className={URGENCY_LOOKS[urgency]} title={words}>
      {days < 0 ? "expired" : days === 1 ? "1 day" : `${days} days`}
    </span>
  );
}

function Figure({ label, className, children }: { label: string; className?: string; children: ReactNode }) {
  return (
    <div className={cx("text-sm md:text-right md:text-base", className)}>
      <span className="text-muted md:sr-only">{label} </span>
      {children}
    </div>
  );
}
