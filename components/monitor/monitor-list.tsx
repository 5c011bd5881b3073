import type { ComponentProps } from "react";
import { MONITOR_GRID, MonitorRow } from "./monitor-row.tsx";
import { SelectAll } from "./select-all.tsx";

type Row = Omit<ComponentProps<typeof MonitorRow>, "now" | "zone" | "canSelect">;

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
          <MonitorRow key={row.monitor.monitorId} {...row} now={now} zone={zone} canSelect={canSelect} />
        ))}
      </ol>
    </div>
  );
}
