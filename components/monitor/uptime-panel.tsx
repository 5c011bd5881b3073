import { durationWords } from "#core/duration.ts";
import { timeWindowLabel, type TimeWindow } from "#core/time-window.ts";
import { MIN_COVERAGE, percentText, type Uptime } from "#core/uptime.ts";

type Props = { uptimes: readonly { window: TimeWindow; uptime: Uptime }[] };

/** Uptime over several windows, with how much of each was watched and what was left out. */
export function UptimePanel({ uptimes }: Props) {
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-4 lg:grid-cols-4">
      {uptimes.map(({ window, uptime }) => (
        <div key={window} className="border-l-2 border-line pl-3">
          <dt className="text-sm text-muted">{timeWindowLabel(window)}</dt>
          <dd>
            <span className="block text-xl font-semibold">{uptime.share === null ? "–" : percentText(uptime.share)}</span>
            {detailsOf(uptime).map((detail) => (
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

function detailsOf({ ms, share, coverage, leftOutMs }: Uptime): string[] {
  return [
    ...(share === null ? [`Watched for ${percentText(coverage)} of it; a number needs ${MIN_COVERAGE * 100} %`] : []),
    ...(ms.down > 0 ? [`down ${durationWords(ms.down)}`] : []),
    ...(ms.degraded > 0 ? [`degraded ${durationWords(ms.degraded)}`] : []),
    ...(leftOutMs > 0 ? [`left out ${durationWords(leftOutMs)} (${leftOutWords(ms)})`] : ["watched all the time"]),
  ];
}

function leftOutWords(ms: Uptime["ms"]): string {
  return (["unknown", "paused", "maintenance"] as const).filter((status) => ms[status] > 0).join(", ");
}
