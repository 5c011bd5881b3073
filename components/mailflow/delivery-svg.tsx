import { AxisBottom, AxisLeft } from "@visx/axis";
import { scaleLinear, scaleUtc } from "@visx/scale";
import { timeFormat } from "#components/chart/time-format.ts";
import type { DeliveryBucket } from "#core/mailflow/delivery-series.ts";

const MARGIN = { top: 10, right: 20, bottom: 24, left: 52 };

/** One colour of the bars: from and to which value it reaches in a bucket; null where there is nothing. */
export type BarPart = { colour: string; reachOf: (bucket: DeliveryBucket) => readonly [number, number] | null };

type Props = {
  buckets: readonly DeliveryBucket[];
  parts: readonly BarPart[];
  /** The highest value that is drawn. */
  top: number;
  textOf: (value: number) => string;
  zone: string;
  width: number;
  height: number;
  label: string;
};

/** Bars of a window in a frame: a picture made on the server, which needs no script. */
export function DeliverySvg({ buckets, parts, top, textOf, zone, width, height, label }: Props) {
  const [from, to] = [buckets[0]?.from ?? 0, buckets.at(-1)?.to ?? 1];
  const x = scaleUtc({ domain: [from, to], range: [MARGIN.left, width - MARGIN.right] });
  const y = scaleLinear({ domain: [0, top], range: [height - MARGIN.bottom, MARGIN.top] });
  const format = timeFormat(to - from, zone);
  const barOf = (bucket: DeliveryBucket, part: BarPart) => {
    const reach = part.reachOf(bucket);
    if (reach === null || reach[0] === reach[1]) return "";
    return `M${((x(bucket.from) + x(bucket.to)) / 2).toFixed(1)} ${y(reach[0]).toFixed(1)}V${y(Math.min(top, reach[1])).toFixed(1)}`;
  };
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${width} ${height}`} className="w-full text-muted">
      {parts.map((part) => (
        <path
          key={part.colour}
          stroke={part.colour}
          strokeWidth={((x(to) - x(from)) / Math.max(1, buckets.length)) * 0.76}
          d={buckets.map((bucket) => barOf(bucket, part)).join("")}
        />
      ))}
      <AxisLeft
        scale={y}
        left={MARGIN.left}
        numTicks={4}
        stroke="var(--line)"
        tickStroke="var(--line)"
        tickFormat={(value) => textOf(Number(value))}
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
