import { Sparkbar } from "#components/ui/sparkbar.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
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
      <details>
        <summary className="w-fit text-sm text-muted">As a table</summary>
        <div className="mt-2 max-h-80 overflow-y-auto">
          <Table label="Each day">
            <thead>
              <tr>
                <Th>Day</Th>
                <Th align="right">Uptime</Th>
                <Th align="right">Degraded</Th>
                <Th align="right">Down</Th>
                <Th align="right">Left out</Th>
              </tr>
            </thead>
            <tbody>
              {bars.toReversed().map(({ date, uptime }) => (
                <tr key={date}>
                  <Td>{date}</Td>
                  <Td align="right">{uptime.share === null ? "–" : percentText(uptime.share)}</Td>
                  <Td align="right">{timeOr(uptime.ms.degraded)}</Td>
                  <Td align="right">{timeOr(uptime.ms.down)}</Td>
                  <Td align="right">{timeOr(uptime.leftOutMs)}</Td>
                </tr>
              ))}
            </tbody>
          </Table>
        </div>
      </details>
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
