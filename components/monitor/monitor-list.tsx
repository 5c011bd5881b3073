import type { ComponentProps } from "react";
import { MONITOR_GRID, MonitorRow } from "./monitor-row.tsx";

type Row = Omit<ComponentProps<typeof MonitorRow>, "zone">;

/** Monitors, one below the other. Rows out of sight are not laid out. */
export function MonitorList({ rows, zone }: { rows: readonly Row[]; zone: string }) {
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
        <span className="text-right">Last check</span>
      </div>
      <ol aria-label="Monitors">
        {rows.map((row) => (
          <MonitorRow key={row.monitor.monitorId} {...row} zone={zone} />
        ))}
      </ol>
    </div>
  );
}
