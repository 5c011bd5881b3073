"use client";

import { cx } from "class-variance-authority";
import Link from "next/link";
import type { ReactNode } from "react";
import { DayStrip } from "#components/chart/day-strip.tsx";
import { StatusMark } from "#components/ui/status-mark.tsx";
import { Time } from "#components/ui/time.tsx";
import type { CertificateLeft } from "#core/change/certificate-left.ts";
import type { HealthStatus } from "#core/check/status.ts";
import { msText } from "#core/text/ms-text.ts";
import type { DayRun } from "#core/uptime/day-bars.ts";
import { percentText } from "#core/uptime/uptime.ts";
import { Contrary } from "./contrary.tsx";
import { MONITOR_GRID } from "./monitor-grid.ts";
import { SelectMonitor } from "./select-monitor.tsx";
import { TagList } from "./tag-list.tsx";
import { URGENCY_LOOKS } from "./urgency-looks.ts";

/** What stands in a row, short enough to be sent: instants are epoch milliseconds, the uptime is 0 to 1. */
export type MonitorRowProps = {
  monitorId: number;
  name: string;
  kind: string;
  target: string;
  tags: readonly string[];
  status: HealthStatus;
  /** What the latest check says against the status. */
  contrary: string | null;
  /** What is wrong, and since when. */
  trouble: { headline: string; since: number } | null;
  days: readonly DayRun[];
  uptime: number | null;
  lastMs: number | null;
  certificate: CertificateLeft | null;
  lastSlotAt: number | null;
  zone: string;
  canSelect: boolean;
};

/**
 * A monitor in the list; all of it leads to its page. It is sent as what it says, not as fifty elements with their classes: a list of fifty would
 * weigh twice as much, and take as much longer to make.
 */
export function MonitorRow(row: MonitorRowProps) {
  const { monitorId, name, status, trouble, certificate, zone } = row;
  return (
    <li
      className={`relative grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-1 border-b border-line px-2 py-3 hover:bg-sunken has-[input:checked]:bg-accent-soft md:min-h-14 md:py-2 ${MONITOR_GRID}`}
    >
      <span className="flex items-center gap-3">
        {row.canSelect && <SelectMonitor monitorId={monitorId} name={name} />}
        <StatusMark status={status} />
      </span>
      <div className="col-span-2 row-start-2 min-w-0 md:col-span-1 md:row-auto">
        <Link
          href={`/monitors/${monitorId}`}
          prefetch={false}
          data-list-item
          className="line-clamp-2 rounded-xs font-medium wrap-anywhere after:absolute after:inset-0"
        >
          {name}
        </Link>
        <p className="truncate text-sm text-muted">
          <span className="text-xs">{row.kind}</span> <span className="font-mono text-xs">{row.target}</span>
        </p>
        <TagList tags={row.tags} />
        {row.contrary !== null && (
          <p className="text-sm">
            <Contrary words={row.contrary} />
          </p>
        )}
        {trouble && (
          <p className="text-sm wrap-anywhere">
            {trouble.headline} <span className="text-muted">for</span>{" "}
            <Time at={trouble.since} zone={zone} isLength className="text-muted" />
          </p>
        )}
      </div>
      <div className="col-span-2 md:col-span-1">
        <DayStrip runs={row.days} uptime={row.uptime} />
      </div>
      <Figure label="Uptime">
        {row.uptime === null ? <span title="Watched for too short a time to say a number">–</span> : percentText(row.uptime)}
      </Figure>
      <Figure label="Latency" className="text-right">
        {row.lastMs === null ? "–" : msText(row.lastMs)}
      </Figure>
      {certificate === null ? (
        <span aria-hidden className="hidden text-right md:block">
          –
        </span>
      ) : (
        <Figure label="Certificate">
          <CertificateDays {...certificate} />
        </Figure>
      )}
      <div className="col-start-2 row-start-1 text-right text-sm text-muted md:col-auto md:row-auto">
        <span className="sr-only">Last check: </span>
        {row.lastSlotAt === null ? "not checked yet" : <Time at={row.lastSlotAt} zone={zone} />}
      </div>
    </li>
  );
}

/** The days a certificate still has, the louder the fewer. */
function CertificateDays({ days, words, urgency }: CertificateLeft) {
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
