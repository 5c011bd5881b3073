import type { UptimeWindow } from "#core/uptime/uptime-window.ts";
import type { Uptime } from "#core/uptime/uptime.ts";
import { UptimeFigure } from "./uptime-figure.tsx";

const LABELS: Record<UptimeWindow, string> = {
  "24h": "24 hours",
  "7d": "7 days",
  "30d": "30 days",
  "90d": "90 days",
  "this-month": "This month",
  "last-month": "Last month",
};

type Props = { uptimes: readonly { window: UptimeWindow; from: number; uptime: Uptime }[]; createdAt: number };

/** Uptime over several windows, with how much of each was watched and what was left out. */
export function UptimePanel({ uptimes, createdAt }: Props) {
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-4 lg:grid-cols-3">
      {uptimes.map(({ window, from, uptime }) => (
        <UptimeFigure key={window} label={LABELS[window]} from={from} uptime={uptime} createdAt={createdAt} />
      ))}
    </dl>
  );
}
