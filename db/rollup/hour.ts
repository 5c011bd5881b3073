export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

/** Monitors from `from` up to, but not including, `to`. */
export type MonitorRange = { from: number; to: number };

/** The same monitors, none of them twice. */
export function withoutOverlap(ranges: readonly MonitorRange[]): MonitorRange[] {
  const apart: MonitorRange[] = [];
  for (const range of ranges.toSorted((a, b) => a.from - b.from)) {
    const last = apart.at(-1);
    if (last && range.from <= last.to) last.to = Math.max(last.to, range.to);
    else apart.push({ ...range });
  }
  return apart;
}
