import { FoldedTable } from "#components/ui/folded-table.tsx";
import { Sparkbar } from "#components/ui/sparkbar.tsx";
import type { DayBar } from "#core/day-bars.ts";
import { durationWords } from "#core/duration.ts";
import { percentText } from "#core/uptime.ts";

/** Ninety days of one monitor, each with its own words, and the same as a table. */
export function DayBars({ bars }: { bars: readonly DayBar[] }) {
  const known = bars.filter((bar) => bar.worst !== "none");
  const bad = known.filter((bar) => bar.worst !== "up").length;
  const label = `The last ${bars.length} days: ${known.length} watched, ${bad} of them with trouble. The table below has each day.`;
  return (
    <div className="grid gap-2">
      <Sparkbar
        label={label}
        bars={bars.map((bar) => ({ status: bar.worst === "none" ? "empty" : bar.worst, label: dayWords(bar) }))}
      />
      <div className="flex justify-between text-xs text-muted">
        <span>{bars[0]?.date}</span>
        <span>today</span>
      </div>
      <FoldedTable
        label="Each day"
        head={["Day", "Uptime", "Degraded", "Down", "Left out"]}
        rows={bars
          .toReversed()
          .map(({ date, uptime: { share, ms, leftOutMs } }) => [
            date,
            share === null ? "–" : percentText(share),
            ...[ms.degraded, ms.down, leftOutMs].map(timeOr),
          ])}
      />
    </div>
  );
}

function timeOr(ms: number): string {
  return ms === 0 ? "–" : durationWords(ms);
}

function dayWords({ date, uptime }: DayBar): string {
  const parts = [
    ...(uptime.share === null ? [] : [`${percentText(uptime.share)} up`]),
    ...(uptime.ms.down > 0 ? [`down for ${durationWords(uptime.ms.down)}`] : []),
    ...(uptime.ms.degraded > 0 ? [`degraded for ${durationWords(uptime.ms.degraded)}`] : []),
    ...(uptime.leftOutMs > 0 ? [`not watched for ${durationWords(uptime.leftOutMs)}`] : []),
  ];
  return `${date}: ${parts.join(", ")}`;
}
