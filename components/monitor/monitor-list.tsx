import type { ComponentProps } from "react";
import { MONITOR_GRID, MonitorRow } from "./monitor-row.tsx";

type Row = Omit<ComponentProps<typeof MonitorRow>, "now" | "zone">;

/** Monitors, one below the other. Rows out of sight are not laid out. */
export function MonitorList({ rows, now, zone }: { rows: readonly Row[]; now: number; zone: string }) {
  return (
    <div>
      <div
        aria-hidden
        className={`hidden gap-x-4 border-b border-line px-2 py-2 text-xs font-medium text-muted md:grid ${MONITOR_GRID}`}
      >
        <span>Status</span>
        <span>Monitor</span>
        <span>Last 90 days</span>
        <span className="text-right">Uptime</span>
        <span className="text-right">Latency</span>
        <span className="text-right">Certificate</span>
        <span className="text-right">Last check</span>
      </div>
      <ol aria-label="Monitors">
        {rows.map((row) => (
          <MonitorRow key={row.monitor.monitorId} {...row} now={now} zone={zone} />
        ))}
      </ol>
    </div>
  );
}
