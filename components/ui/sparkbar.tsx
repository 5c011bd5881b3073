import { useId } from "react";
import type { HealthStatus } from "#core/status.ts";

/** One bar: what it stands for, and the words that say it ("3 November: 99.2 % up"). `empty` where nothing is known of that time. */
export type Bar = { status: HealthStatus | "empty"; label: string };

const FILL: Record<Bar["status"], string> = {
  up: "var(--up-fill)",
  degraded: "var(--degraded-fill)",
  down: "var(--down-fill)",
  unknown: "", // hatched, below
  paused: "var(--paused-soft)",
  maintenance: "var(--maintenance-fill)",
  empty: "var(--line)",
};

const STEP = 6;
const HEIGHT = 24;

/** A row of bars, one for each stretch of time, oldest first. `label` says in words what all of them say. */
export function Sparkbar({ bars, label }: { bars: Bar[]; label: string }) {
  const hatch = useId();
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${bars.length * STEP} ${HEIGHT}`}
      preserveAspectRatio="none"
      className="h-6 w-full"
    >
      <pattern id={hatch} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="4" height="4" fill="var(--unknown-soft)" />
        <rect width="1.5" height="4" fill="var(--unknown-fill)" />
      </pattern>
      {bars.map((bar, position) => (
        <rect
          key={position}
          x={position * STEP}
          y={bar.status === "down" ? 0 : bar.status === "degraded" ? 3 : 5}
          width={STEP - 2}
          height={HEIGHT - (bar.status === "down" ? 0 : bar.status === "degraded" ? 3 : 5)}
          rx="1"
          fill={bar.status === "unknown" ? `url(#${hatch})` : FILL[bar.status]}
          stroke={bar.status === "paused" ? "var(--paused-fill)" : undefined}
        >
          <title>{bar.label}</title>
        </rect>
      ))}
    </svg>
  );
}
