import { AxisBottom, AxisLeft } from "@visx/axis";
import { scaleLinear, scaleUtc } from "@visx/scale";
import type { Band } from "#core/incident/incident-bands.ts";
import type { LatencyFigures } from "#core/latency/latency-figures.ts";
import type { LatencyBucket } from "#core/latency/latency.ts";
import { msText } from "#core/text/ms-text.ts";
import { BucketWords } from "./bucket-words.tsx";
import { timeFormat } from "./time-format.ts";

/** On the right there is room for half of a label that stands under the very end. */
const MARGIN = { top: 10, right: 20, bottom: 24, left: 52 };

type Props = {
  buckets: readonly LatencyBucket[];
  /** The highest time that is drawn, in ms. */
  top: number;
  /** The id of its bars (./latency-bars.tsx). */
  barsId: string;
  incidents: readonly Band[];
  zone: string;
  width: number;
  height: number;
  label: string;
  /** What a bucket says to who points at it. On a phone nobody can. */
  figures?: LatencyFigures;
};

/** The bars of a window in a frame, with the incidents behind them: a picture made on the server, which needs no script. */
export function LatencySvg({ buckets, top, barsId, incidents, zone, width, height, label, figures }: Props) {
  const [from, to] = [buckets[0]?.from ?? 0, buckets.at(-1)?.to ?? 1];
  const x = scaleUtc({ domain: [from, to], range: [MARGIN.left, width - MARGIN.right] });
  const y = scaleLinear({ domain: [0, top], range: [height - MARGIN.bottom, MARGIN.top] });
  const format = timeFormat(to - from, zone);
  const scale = [(x(to) - x(from)) / buckets.length, (y(top) - y(0)) / top];
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
      <use
        href={`#${barsId}`}
        transform={`translate(${x(from)} ${y(0)}) scale(${scale.map((each) => each.toFixed(5)).join(" ")})`}
      />
      <path
        fill="var(--text)"
        d={cut.map((bucket) => `M${x((bucket.from + bucket.to) / 2) - 3} ${MARGIN.top}h6l-3 -5z`).join("")}
      />
      {figures && (
        <BucketWords
          figures={figures}
          lengthMs={to - from}
          zone={zone}
          x={x(from)}
          width={x(to) - x(from)}
          height={height - MARGIN.bottom}
        />
      )}
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
