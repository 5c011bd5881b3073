import { AxisBottom, AxisLeft } from "@visx/axis";
import { scaleLinear, scaleUtc } from "@visx/scale";
import type { ReactNode } from "react";
import { timeFormat } from "./time-format.ts";

/** On the right there is room for half of a label that stands under the very end. */
const MARGIN = { top: 10, right: 20, bottom: 24, left: 52 };

/** How large a chart is drawn, and what it says to who does not see it. */
export type Picture = { width: number; height: number; zone: string; label: string };

/** Where things are in a chart: an instant (epoch ms) across, a value down, and its own upper and lower edge. */
export type Places = { x: (at: number) => number; y: (value: number) => number; ceiling: number; floor: number };

type Props = Picture & {
  /** The instants it begins and ends at, in epoch ms. */
  from: number;
  to: number;
  /** The highest value that is drawn. */
  top: number;
  textOf: (value: number) => string;
  /** What is drawn between its axes. */
  children: (places: Places) => ReactNode;
};

/** A chart over a stretch of time with its axes: a picture made on the server, which needs no script. */
export function ChartFrame({ from, to, top, textOf, zone, width, height, label, children }: Props) {
  const [ceiling, floor] = [MARGIN.top, height - MARGIN.bottom];
  const x = scaleUtc({ domain: [from, to], range: [MARGIN.left, width - MARGIN.right] });
  const y = scaleLinear({ domain: [0, top], range: [floor, ceiling] });
  const format = timeFormat(to - from, zone);
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${width} ${height}`} className="w-full text-muted">
      {children({ x, y, ceiling, floor })}
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
        top={floor}
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
