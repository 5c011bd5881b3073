"use client";

import { FoldedTable } from "#components/ui/folded-table.tsx";
import { durationWords } from "#core/text/duration.ts";
import type { DayFigures, DayStatus } from "#core/uptime/day-bars.ts";
import { percentText } from "#core/uptime/uptime.ts";
import { PointedAt } from "./pointed-at.tsx";

const STEP = 6;
const BAR = STEP - 2;
const HEIGHT = 24;

const LOOKS: Record<DayStatus, { top: number; colour: string }> = {
  up: { top: 5, colour: "var(--up-fill)" },
  degraded: { top: 3, colour: "var(--degraded-fill)" },
  down: { top: 0, colour: "var(--down-fill)" },
  none: { top: 5, colour: "var(--line)" },
};
const STATUSES = Object.keys(LOOKS) as DayStatus[];

/** Ninety days of one monitor, each with its own words, and the same as a table. */
export function DayBars({ days }: { days: readonly DayFigures[] }) {
  const known = days.filter(({ worst }) => worst !== "none");
  const bad = known.filter(({ worst }) => worst !== "up").length;
  return (
    <div className="grid gap-2">
      <svg
        role="img"
        aria-label={`The last ${days.length} days: ${known.length} watched, ${bad} of them with trouble. The table below has each day.`}
        viewBox={`0 0 ${days.length * STEP} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="h-6 w-full"
      >
        {STATUSES.map((status) => (
          <path key={status} fill={LOOKS[status].colour} d={barsOf(days, status)} />
        ))}
        <PointedAt count={days.length} wordsOf={(day) => dayWords(days[day]!)} width={days.length * STEP} height={HEIGHT} />
      </svg>
      <div className="flex justify-between text-xs text-muted">
        <span>{days[0]?.date}</span>
        <span>today</span>
      </div>
      <FoldedTable
        label="Each day"
        head={["Day", "Uptime", "Degraded", "Down", "Left out"]}
        rows={() =>
          days
            .toReversed()
            .map(({ date, uptime, degradedMs, downMs, leftOutMs }) => [
              date,
              uptime === null ? "–" : percentText(uptime),
              ...[degradedMs, downMs, leftOutMs].map(timeOr),
            ])
        }
      />
    </div>
  );
}

/** One path for all the bars of a status. */
function barsOf(days: readonly DayFigures[], status: DayStatus): string {
  const { top } = LOOKS[status];
  return days.map(({ worst }, day) => (worst === status ? barPath(day * STEP, top) : "")).join("");
}

/** A bar from `top` down to the ground, with round corners. */
function barPath(left: number, top: number): string {
  const [wide, high] = [BAR - 2, HEIGHT - top - 2];
  return `M${left + 1} ${top}h${wide}q1 0 1 1v${high}q0 1-1 1h${-wide}q-1 0-1-1v${-high}q0-1 1-1z`;
}

function timeOr(ms: number): string {
  return ms === 0 ? "–" : durationWords(ms);
}

function dayWords({ date, uptime, degradedMs, downMs, leftOutMs }: DayFigures): string {
  const parts = [
    ...(uptime === null ? [] : [`${percentText(uptime)} up`]),
    ...(downMs > 0 ? [`down for ${durationWords(downMs)}`] : []),
    ...(degradedMs > 0 ? [`degraded for ${durationWords(degradedMs)}`] : []),
    ...(leftOutMs > 0 ? [`not watched for ${durationWords(leftOutMs)}`] : []),
  ];
  return `${date}: ${parts.join(", ")}`;
}
