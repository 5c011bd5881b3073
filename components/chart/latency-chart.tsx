import { scaleLinear } from "@visx/scale";
import Link from "next/link";
import { useId } from "react";
import { stageColour } from "#components/transcript/stage-colour.ts";
import { stageName } from "#core/check/stage.ts";
import type { Band } from "#core/incident/incident-bands.ts";
import { chartCeiling } from "#core/latency/chart-ceiling.ts";
import { latencyFigures } from "#core/latency/latency-figures.ts";
import { LATENCY_MEASURES, type LatencyBucket, type LatencyMeasure } from "#core/latency/latency.ts";
import { msText } from "#core/text/ms-text.ts";
import { TIME_WINDOWS, timeWindowLabel, type TimeWindow } from "#core/time/time-window.ts";
import { LatencyBars } from "./latency-bars.tsx";
import { LatencySvg } from "./latency-svg.tsx";
import { LatencyTable } from "./latency-table.tsx";

type Props = {
  window: TimeWindow;
  measure: LatencyMeasure;
  buckets: readonly LatencyBucket[];
  overall: Pick<LatencyBucket, "stages" | "totalMs">;
  incidents: readonly Band[];
  zone: string;
  hrefOf: (wish: { window?: TimeWindow; measure?: LatencyMeasure }) => string;
};

const MEASURE_LABELS: Record<LatencyMeasure, string> = { mean: "Mean", p50: "p50", p95: "p95", p99: "p99" };

/** What a measure is of, in a sentence. */
const MEASURE_WORDS: Record<LatencyMeasure, string> = {
  mean: "The mean of each stage, stacked in wire order.",
  p50: "Half of the dialogues took no longer than this.",
  p95: "95 of 100 dialogues took no longer than this.",
  p99: "99 of 100 dialogues took no longer than this.",
};

/** How long the dialogue took over a window: what there is to choose from, the chart, the whole window in figures, and a table. */
export function LatencyChart({ window, measure, buckets, overall, incidents, zone, hrefOf }: Props) {
  const barsId = useId();
  const of = measure === "mean" ? "Mean latency by stage" : `${measure} of the latency of the whole dialogue`;
  const label = `${of} over the last ${timeWindowLabel(window)}. The table below has every value.`;
  const top = scaleLinear({ domain: [0, chartCeiling(buckets.map(({ totalMs }) => totalMs))], nice: 4 }).domain()[1]!;
  const chart = { buckets, top, barsId, incidents, zone, label };
  const figures = latencyFigures(buckets);
  return (
    <div className="grid grid-cols-1 gap-3">
      <div className="flex flex-wrap gap-2">
        <Choice
          label="Window of the latency chart"
          options={TIME_WINDOWS.map((each) => ({
            key: each,
            text: each,
            name: timeWindowLabel(each),
            href: hrefOf({ window: each }),
          }))}
          chosen={window}
        />
        <Choice
          label="Measure of the latency chart"
          options={LATENCY_MEASURES.map((each) => ({ key: each, text: MEASURE_LABELS[each], href: hrefOf({ measure: each }) }))}
          chosen={measure}
        />
      </div>
      <p className="text-sm text-muted">{MEASURE_WORDS[measure]}</p>
      {figures.stages.length === 0 ? (
        <p className="rounded-lg border border-dashed border-line px-4 py-10 text-center text-muted">
          Nothing was measured in the last {timeWindowLabel(window)}.
        </p>
      ) : (
        <>
          <LatencyBars id={barsId} buckets={buckets} isStacked={measure === "mean"} top={top} />
          <div className="hidden sm:block">
            <LatencySvg {...chart} width={1100} height={240} figures={figures} />
          </div>
          <div className="sm:hidden">
            <LatencySvg {...chart} width={360} height={200} />
          </div>
          <Legend measure={measure} overall={overall} />
          <LatencyTable label={`Latency by stage, ${MEASURE_LABELS[measure]}`} figures={figures} zone={zone} />
        </>
      )}
    </div>
  );
}

type Option = { key: string; text: string; name?: string; href: string };

function Choice({ label, options, chosen }: { label: string; options: readonly Option[]; chosen: string }) {
  return (
    <nav aria-label={label} className="flex w-fit gap-0.5 rounded-md border border-line p-0.5">
      {options.map(({ key, text, name, href }) => (
        <Link
          key={key}
          href={href}
          scroll={false}
          prefetch={false}
          aria-current={key === chosen ? "true" : undefined}
          aria-label={name}
          className="grid h-7 min-w-10 place-items-center rounded-sm px-2 text-sm text-muted hover:text-text aria-[current]:bg-accent-soft aria-[current]:font-medium aria-[current]:text-text"
        >
          {text}
        </Link>
      ))}
    </nav>
  );
}

function Legend({ measure, overall: { stages, totalMs } }: Pick<Props, "measure" | "overall">) {
  const isStacked = measure === "mean";
  return (
    <ul aria-label={`${MEASURE_LABELS[measure]} of each stage in this window`} className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
      <li className="flex items-center gap-1.5">
        {!isStacked && <span aria-hidden className="size-2.5 rounded-xs bg-accent" />}
        whole dialogue <span className="text-muted">{msText(totalMs)}</span>
      </li>
      {stages.map(({ stage, ms }) => (
        <li key={stage} className="flex items-center gap-1.5">
          {isStacked && <span aria-hidden className="size-2.5 rounded-xs" style={{ background: stageColour(stage) }} />}
          {stageName(stage)}
          <span className="text-muted">{msText(ms)}</span>
        </li>
      ))}
    </ul>
  );
}
