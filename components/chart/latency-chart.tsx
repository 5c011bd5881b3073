import Link from "next/link";
import { Table, Td, Th } from "#components/ui/table.tsx";
import { stageColour } from "#components/transcript/stage-colour.ts";
import type { Band } from "#core/incident-bands.ts";
import { stagesOf, type LatencyBucket } from "#core/latency.ts";
import { msText } from "#core/ms-text.ts";
import { exactTime } from "#core/relative-time.ts";
import { stageName } from "#core/stage.ts";
import { TIME_WINDOWS, timeWindowLabel, type TimeWindow } from "#core/time-window.ts";
import { LatencySvg } from "./latency-svg.tsx";

type Props = {
  window: TimeWindow;
  buckets: readonly LatencyBucket[];
  incidents: readonly Band[];
  zone: string;
  hrefOf: (window: TimeWindow) => string;
};

/** How long the dialogue took over a window, by stage: the windows to choose from, the chart, what its colours mean, and a table. */
export function LatencyChart({ window, buckets, incidents, zone, hrefOf }: Props) {
  const measured = buckets.filter((bucket) => bucket.stages.length > 0);
  const label = `Latency by stage over the last ${timeWindowLabel(window)}. The table below has every value.`;
  const chart = { buckets, incidents, zone, label };
  return (
    <div className="grid gap-3">
      <WindowChoice window={window} hrefOf={hrefOf} />
      {measured.length === 0 ? (
        <p className="rounded-lg border border-dashed border-line px-4 py-10 text-center text-muted">
          Nothing was measured in the last {timeWindowLabel(window)}.
        </p>
      ) : (
        <>
          <div className="hidden sm:block">
            <LatencySvg {...chart} width={1100} height={240} />
          </div>
          <div className="sm:hidden">
            <LatencySvg {...chart} width={360} height={200} />
          </div>
          <Legend buckets={measured} />
          <LatencyTable buckets={measured} zone={zone} />
        </>
      )}
    </div>
  );
}

function WindowChoice({ window, hrefOf }: Pick<Props, "window" | "hrefOf">) {
  return (
    <nav aria-label="Window of the latency chart" className="flex w-fit gap-0.5 rounded-md border border-line p-0.5">
      {TIME_WINDOWS.map((each) => (
        <Link
          key={each}
          href={hrefOf(each)}
          scroll={false}
          prefetch={false}
          aria-current={each === window ? "true" : undefined}
          aria-label={timeWindowLabel(each)}
          className="grid h-7 min-w-10 place-items-center rounded-sm px-2 text-sm text-muted hover:text-text aria-[current]:bg-accent-soft aria-[current]:font-medium aria-[current]:text-text"
        >
          {each}
        </Link>
      ))}
    </nav>
  );
}

function Legend({ buckets }: { buckets: readonly LatencyBucket[] }) {
  return (
    <ul aria-label="Mean of each stage in this window" className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {stagesOf(buckets).map((stage) => {
        const values = buckets.flatMap((bucket) => bucket.stages.filter((each) => each.stage === stage).map(({ ms }) => ms));
        return (
          <li key={stage} className="flex items-center gap-1.5">
            <span aria-hidden className="size-2.5 rounded-xs" style={{ background: stageColour(stage) }} />
            {stageName(stage)}
            <span className="text-muted">{msText(values.reduce((sum, ms) => sum + ms, 0) / values.length)}</span>
          </li>
        );
      })}
    </ul>
  );
}

function LatencyTable({ buckets, zone }: { buckets: readonly LatencyBucket[]; zone: string }) {
  const stages = stagesOf(buckets);
  return (
    <details>
      <summary className="w-fit text-sm text-muted">As a table</summary>
      <div className="mt-2 max-h-80 overflow-y-auto">
        <Table label="Latency by stage">
          <thead>
            <tr>
              <Th>From</Th>
              {stages.map((stage) => (
                <Th key={stage} align="right">
                  {stageName(stage)}
                </Th>
              ))}
              <Th align="right">Whole dialogue</Th>
            </tr>
          </thead>
          <tbody>
            {buckets.toReversed().map((bucket) => (
              <tr key={bucket.from}>
                <Td className="whitespace-nowrap">{exactTime(new Date(bucket.from), zone)}</Td>
                {stages.map((stage) => {
                  const timing = bucket.stages.find((each) => each.stage === stage);
                  return (
                    <Td key={stage} align="right" className="whitespace-nowrap">
                      {timing ? msText(timing.ms) : "–"}
                    </Td>
                  );
                })}
                <Td align="right" className="whitespace-nowrap">
                  {msText(bucket.totalMs)}
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
    </details>
  );
}
