import type { DayBar, DayStatus } from "#core/day-bars.ts";
import { percentText, type Uptime } from "#core/uptime.ts";

const STEP = 4;
const HEIGHT = 24;

/** Each status has its height besides its colour; a day of which nothing is known is a dash. */
const LOOKS: Record<DayStatus, { top: number; bottom: number; fill: string }> = {
  down: { top: 0, bottom: HEIGHT, fill: "var(--down-fill)" },
  degraded: { top: 4, bottom: HEIGHT, fill: "var(--degraded-fill)" },
  up: { top: 8, bottom: HEIGHT, fill: "var(--up-fill)" },
  none: { top: HEIGHT - 3, bottom: HEIGHT, fill: "var(--line-strong)" },
};
const ORDER: readonly DayStatus[] = ["none", "up", "degraded", "down"];

/** The days of a monitor in a row, in one small picture: a path for each status, so that a long list stays light. */
export function DayStrip({ bars, uptime }: { bars: readonly DayBar[]; uptime: Uptime }) {
  return (
    <svg
      role="img"
      aria-label={stripWords(bars, uptime)}
      viewBox={`0 0 ${bars.length * STEP - 1} ${HEIGHT}`}
      preserveAspectRatio="none"
      className="h-6 w-full"
    >
      {ORDER.map((status) => {
        const { top, bottom, fill } = LOOKS[status];
        const path = bars.map((bar, index) => (bar.worst === status ? `M${index * STEP} ${top}h3V${bottom}h-3z` : "")).join("");
        return path === "" ? null : <path key={status} d={path} fill={fill} />;
      })}
    </svg>
  );
}

/** What the strip shows, in words. */
function stripWords(bars: readonly DayBar[], uptime: Uptime): string {
  const days = (status: DayStatus) => bars.filter((bar) => bar.worst === status).length;
  const parts = [
    uptime.share === null ? "not watched long enough for an uptime" : `${percentText(uptime.share)} up`,
    days("down") > 0 ? `down on ${days("down")} days` : "never down",
    ...(days("degraded") > 0 ? [`degraded on ${days("degraded")} days`] : []),
    ...(days("none") > 0 ? [`nothing known of ${days("none")} days`] : []),
  ];
  return `The last ${bars.length} days: ${parts.join(", ")}`;
}
