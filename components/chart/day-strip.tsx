import type { DayRun, DayStatus } from "#core/uptime/day-bars.ts";
import { percentText } from "#core/uptime/uptime.ts";

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

type Props = { runs: readonly DayRun[]; /** Of all its days, 0 to 1. */ uptime: number | null };

/**
 * The days of a monitor in a row, in one small picture: a path for each status, and in it one dashed line for days that follow each other, a
 * dash for each, so that a long list stays light.
 */
export function DayStrip({ runs, uptime }: Props) {
  return (
    <svg
      role="img"
      aria-label={stripWords(runs, uptime)}
      viewBox={`0 0 ${daysOf(runs) * STEP - 1} ${HEIGHT}`}
      preserveAspectRatio="none"
      className="h-6 w-full"
    >
      {ORDER.map((status) => {
        const { top, colour } = LOOKS[status];
        const path = runPath(runs, status, (top + HEIGHT) / 2);
        return path === "" ? null : (
          <path key={status} d={path} stroke={colour} strokeWidth={HEIGHT - top} strokeDasharray={DASHES} />
        );
      })}
    </svg>
  );
}

/** A line at height `y` over each run of days of a status. */
function runPath(runs: readonly DayRun[], status: DayStatus, y: number): string {
  let path = "";
  let first = 0;
  for (const [worst, days] of runs) {
    if (worst === status) path += `M${first * STEP} ${y}h${days * STEP - 1}`;
    first += days;
  }
  return path;
}

function daysOf(runs: readonly DayRun[], status?: DayStatus): number {
  return runs.reduce((sum, [worst, days]) => sum + (status === undefined || worst === status ? days : 0), 0);
}

/** What the strip shows, in words. */
function stripWords(runs: readonly DayRun[], uptime: number | null): string {
  const [down, degraded, none] = [daysOf(runs, "down"), daysOf(runs, "degraded"), daysOf(runs, "none")];
  const parts = [
    uptime === null ? "not watched long enough for an uptime" : `${percentText(uptime)} up`,
    down > 0 ? `down on ${down} days` : "never down",
    ...(degraded > 0 ? [`degraded on ${degraded} days`] : []),
    ...(none > 0 ? [`nothing known of ${none} days`] : []),
  ];
  return `The last ${daysOf(runs)} days: ${parts.join(", ")}`;
}
