import type { DayBar, DayStatus } from "#core/day-bars.ts";
import { percentText, type Uptime } from "#core/uptime.ts";

const STEP = 4;
const HEIGHT = 24;
/** A day is three wide, and one is between two. */
const DASHES = `${STEP - 1} 1`;

/** Each status has its height besides its colour; a day of which nothing is known is a dash. */
const LOOKS: Record<DayStatus, { top: number; colour: string }> = {
  down: { top: 0, colour: "var(--down-fill)" },
  degraded: { top: 4, colour: "var(--degraded-fill)" },
  up: { top: 8, colour: "var(--up-fill)" },
  none: { top: HEIGHT - 3, colour: "var(--line-strong)" },
};
const ORDER: readonly DayStatus[] = ["none", "up", "degraded", "down"];

/**
 * The days of a monitor in a row, in one small picture: a path for each status, and in it one dashed line for days that follow each other, a
 * dash for each, so that a long list stays light.
 */
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
        const { top, colour } = LOOKS[status];
        const path = runPath(bars, status, (top + HEIGHT) / 2);
        return path === "" ? null : (
          <path key={status} d={path} stroke={colour} strokeWidth={HEIGHT - top} strokeDasharray={DASHES} />
        );
      })}
    </svg>
  );
}

/** A line at height `y` over each run of days of a status. */
function runPath(bars: readonly DayBar[], status: DayStatus, y: number): string {
  let path = "";
  for (let first = 0; first < bars.length; first++) {
    if (bars[first]!.worst !== status) continue;
    let days = 1;
    while (bars[first + days]?.worst === status) days++;
    path += `M${first * STEP} ${y}h${days * STEP - 1}`;
    first += days;
  }
  return path;
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
