import { durationWords } from "#core/duration.ts";
import { timeWindowLabel, type TimeWindow } from "#core/time-window.ts";
import { percentText, type Uptime } from "#core/uptime.ts";

/** `ageMs` is how long the monitor has been there: of the time before, there is nothing to say. */
type Props = { uptimes: readonly { window: TimeWindow; uptime: Uptime }[]; ageMs: number };

/** Uptime over several windows, with how much of each was watched and what was left out. */
export function UptimePanel({ uptimes, ageMs }: Props) {
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-4 lg:grid-cols-4">
      {uptimes.map(({ window, uptime }) => (
        <div key={window} className="border-l-2 border-line pl-3">
          <dt className="text-sm text-muted">{timeWindowLabel(window)}</dt>
          <dd>
            <span className="block text-xl font-semibold">{uptime.share === null ? "–" : percentText(uptime.share)}</span>
            {detailsOf(uptime, ageMs).map((detail) => (
              <span key={detail} className="block text-sm text-muted">
                {detail}
              </span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function detailsOf({ windowMs, ms, share, leftOutMs }: Uptime, ageMs: number): string[] {
  if (leftOutMs === windowMs) return ["not watched"];
  const unwatchedMs = leftOutMs - Math.max(0, windowMs - ageMs);
  return [
    ...(share === null ? [`watched for ${durationWords(windowMs - leftOutMs)}, too little for a number`] : []),
    ...(ms.down > 0 ? [`down ${durationWords(ms.down)}`] : []),
    ...(ms.degraded > 0 ? [`degraded ${durationWords(ms.degraded)}`] : []),
    ...(unwatchedMs > 0 ? [`left out ${durationWords(unwatchedMs)} (${leftOutWords(ms)})`] : []),
    ...(leftOutMs === 0 ? ["watched all the time"] : []),
  ];
}

function leftOutWords(ms: Uptime["ms"]): string {
  return (["unknown", "paused", "maintenance"] as const).filter((status) => ms[status] > 0).join(", ");
}
