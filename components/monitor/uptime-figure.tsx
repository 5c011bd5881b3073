import { durationWords } from "#core/text/duration.ts";
import { percentText, type Uptime } from "#core/uptime/uptime.ts";

/** `createdAt` is when the monitor was made, in epoch milliseconds: of the time before there is nothing to say. */
type Props = { label: string; from: number; uptime: Uptime; createdAt: number };

/** Uptime in one stretch of time, how much of it was watched, and what was left out. */
export function UptimeFigure({ label, from, uptime, createdAt }: Props) {
  return (
    <div className="border-l-2 border-line pl-3">
      <dt className="text-sm text-muted">{label}</dt>
      <dd>
        <span className="block text-xl font-semibold">{uptime.share === null ? "–" : percentText(uptime.share)}</span>
        {detailsOf(uptime, Math.max(0, createdAt - from)).map((detail) => (
          <span key={detail} className="block text-sm text-muted">
            {detail}
          </span>
        ))}
      </dd>
    </div>
  );
}

function detailsOf({ windowMs, ms, share, coverage, leftOutMs }: Uptime, beforeMs: number): string[] {
  if (windowMs === 0) return ["it has only begun"];
  if (leftOutMs === windowMs) return ["not watched", ...leftOutWords(ms, Math.min(beforeMs, windowMs))];
  return [
    `${percentText(coverage)} watched${share === null ? ", too little for a number" : ""}`,
    ...(ms.down > 0 ? [`down ${durationWords(ms.down)}`] : []),
    ...(ms.degraded > 0 ? [`degraded ${durationWords(ms.degraded)}`] : []),
    ...leftOutWords(ms, beforeMs),
  ];
}

/** What was left out, each with how long it was. Before it was made nothing is known of a monitor, and that is no gap. */
function leftOutWords(ms: Uptime["ms"], beforeMs: number): string[] {
  const unknownMs = ms.unknown - Math.min(beforeMs, ms.unknown);
  const parts = [
    { word: "not there yet", for: ms.unknown - unknownMs },
    { word: "unknown", for: unknownMs },
    { word: "paused", for: ms.paused },
    { word: "maintenance", for: ms.maintenance },
  ].filter((part) => part.for > 0);
  return parts.length === 0 ? [] : [`left out: ${parts.map((part) => `${part.word} ${durationWords(part.for)}`).join(", ")}`];
}
