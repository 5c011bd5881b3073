import { AxisBottom, AxisLeft } from "@visx/axis";
import { scaleLinear, scaleUtc } from "@visx/scale";
import { chartCeiling } from "#core/chart-ceiling.ts";
import type { Band } from "#core/incident-bands.ts";
import { stagesOf, type LatencyBucket } from "#core/latency.ts";
import { msText } from "#core/ms-text.ts";
import { stageName, type Stage } from "#core/stage.ts";
import { stageColour } from "#components/transcript/stage-colour.ts";
import { timeFormat } from "./time-format.ts";

/** On the right there is room for half of a label that stands under the very end. */
const MARGIN = { top: 10, right: 20, bottom: 24, left: 52 };

type Props = {
  buckets: readonly LatencyBucket[];
  incidents: readonly Band[];
  zone: string;
  width: number;
  height: number;
  label: string;
  /** Whether the stages of a bucket add up to its height. */
  isStacked: boolean;
  /** Whether a bucket says its figures to who points at it. On a phone nobody can. */
  isPointedAt?: boolean;
};

/** The stages of each bucket stacked, or one bar for the whole, with the incidents behind them: a picture made on the server, which needs no script. */
export function LatencySvg({ buckets, incidents, zone, width, height, label, isStacked, isPointedAt = false }: Props) {
  const [from, to] = [buckets[0]?.from ?? 0, buckets.at(-1)?.to ?? 1];
  const ceiling = chartCeiling(buckets.map((bucket) => bucket.totalMs));
  const x = scaleUtc({ domain: [from, to], range: [MARGIN.left, width - MARGIN.right] });
  const y = scaleLinear({ domain: [0, ceiling], range: [height - MARGIN.bottom, MARGIN.top], nice: 4 });
  const top = y.domain()[1]!;
  const format = timeFormat(to - from, zone);
  const cut = buckets.filter((bucket) => bucket.totalMs > top);
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${width} ${height}`} className="w-full text-muted">
      {incidents
        .filter((band) => band.to > from && band.from < to)
        .map((band) => {
          const [start, end] = [x(Math.max(band.from, from)), x(Math.min(band.to, to))];
          return (
            <g key={band.from}>
              <title>{band.label}</title>
              <rect x={start} y={0} width={Math.max(2, end - start)} height={height - MARGIN.bottom} fill="var(--down-soft)" />
              <rect x={start} y={0} width={Math.max(2, end - start)} height={3} fill="var(--down-fill)" />
            </g>
          );
        })}
      {isStacked ? (
        stagesOf(buckets).map((stage) => (
          <path key={stage} fill={stageColour(stage)} d={stagePath(buckets, stage, x, (ms) => y(Math.min(ms, top)))} />
        ))
      ) : (
        <path fill="var(--accent)" d={wholePath(buckets, x, (ms) => y(Math.min(ms, top)))} />
      )}
      <path
        fill="var(--text)"
        d={cut.map((bucket) => `M${x((bucket.from + bucket.to) / 2) - 3} ${MARGIN.top}h6l-3 -5z`).join("")}
      />
      {isPointedAt &&
        buckets.map((bucket) => (
          <rect
            key={bucket.from}
            x={x(bucket.from)}
            y={0}
            width={x(bucket.to) - x(bucket.from)}
            height={height - MARGIN.bottom}
            fill="transparent"
          >
            <title>{bucketWords(bucket, format)}</title>
          </rect>
        ))}
      <AxisLeft
        scale={y}
        left={MARGIN.left}
        numTicks={4}
        stroke="var(--line)"
        tickStroke="var(--line)"
        tickFormat={(ms) => msText(Number(ms))}
        tickComponent={LeftTick}
      />
      <AxisBottom
        scale={x}
        top={height - MARGIN.bottom}
        numTicks={width > 600 ? 8 : 3}
        stroke="var(--line)"
        tickStroke="var(--line)"
        tickFormat={(at) => format.format(new Date(Number(at)))}
        tickComponent={BottomTick}
      />
    </svg>
  );
}

type TickProps = { x: number; y: number; formattedValue?: string };

function LeftTick({ x, y, formattedValue }: TickProps) {
  return (
    <text x={x} y={y} dy="0.32em" textAnchor="end" fontSize={11} fill="currentColor">
      {formattedValue}
    </text>
  );
}

function BottomTick({ x, y, formattedValue }: TickProps) {
  return (
    <text x={x} y={y} textAnchor="middle" fontSize={11} fill="currentColor">
      {formattedValue}
    </text>
  );
}

type Position = (value: number) => number;

/** One path for all the pieces of one stage: a chart of a hundred bars is eight paths. */
function stagePath(buckets: readonly LatencyBucket[], stage: Stage, x: Position, y: Position): string {
  return buckets
    .map(({ from, to, stages }) => {
      const index = stages.findIndex((each) => each.stage === stage);
      if (index === -1) return "";
      const below = stages.slice(0, index).reduce((sum, each) => sum + each.ms, 0);
      const [bottom, top] = [y(below), y(below + stages[index]!.ms)];
      return barPath(x(from), x(to), bottom, top);
    })
    .join("");
}

/** One path for the whole dialogue of each bucket in which something was measured. */
function wholePath(buckets: readonly LatencyBucket[], x: Position, y: Position): string {
  return buckets.map(({ from, to, totalMs }) => (totalMs > 0 ? barPath(x(from), x(to), y(0), y(totalMs)) : "")).join("");
}

function barPath(left: number, right: number, bottom: number, top: number): string {
  const gap = (right - left) * 0.12;
  return `M${(left + gap).toFixed(1)} ${bottom.toFixed(1)}V${top.toFixed(1)}H${(right - gap).toFixed(1)}V${bottom.toFixed(1)}z`;
}

function bucketWords({ from, stages, totalMs }: LatencyBucket, format: Intl.DateTimeFormat): string {
  if (stages.length === 0) return `${format.format(from)}: no checks`;
  return `${format.format(from)}: ${msText(totalMs)} (${stages.map(({ stage, ms }) => `${stageName(stage)} ${msText(ms)}`).join(", ")})`;
}
