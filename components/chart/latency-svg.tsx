import type { Band } from "#core/incident/incident-bands.ts";
import type { LatencyFigures } from "#core/latency/latency-figures.ts";
import type { LatencyBucket } from "#core/latency/latency.ts";
import { msText } from "#core/text/ms-text.ts";
import { BucketWords } from "./bucket-words.tsx";
import { ChartFrame, type Picture } from "./chart-frame.tsx";

type Props = Picture & {
  buckets: readonly LatencyBucket[];
  /** The highest time that is drawn, in ms. */
  top: number;
  /** The id of its bars (./latency-bars.tsx). */
  barsId: string;
  incidents: readonly Band[];
  /** What a bucket says to who points at it. On a phone nobody can. */
  figures?: LatencyFigures;
};

/** The bars of a window in a frame, with the incidents behind them. */
export function LatencySvg({ buckets, top, barsId, incidents, figures, ...picture }: Props) {
  const [from, to] = [buckets[0]?.from ?? 0, buckets.at(-1)?.to ?? 1];
  const cut = buckets.filter((bucket) => bucket.totalMs > top);
  return (
    <ChartFrame {...picture} from={from} to={to} top={top} textOf={msText}>
      {({ x, y, ceiling, floor }) => {
        const scale = [(x(to) - x(from)) / buckets.length, (y(top) - y(0)) / top];
        return (
          <>
            {incidents
              .filter((band) => band.to > from && band.from < to)
              .map((band) => {
                const [start, end] = [x(Math.max(band.from, from)), x(Math.min(band.to, to))];
                return (
                  <g key={band.from}>
                    <title>{band.label}</title>
                    <rect x={start} y={0} width={Math.max(2, end - start)} height={floor} fill="var(--down-soft)" />
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
              d={cut.map((bucket) => `M${x((bucket.from + bucket.to) / 2) - 3} ${ceiling}h6l-3 -5z`).join("")}
            />
            {figures && (
              <BucketWords
                figures={figures}
                lengthMs={to - from}
                zone={picture.zone}
                x={x(from)}
                width={x(to) - x(from)}
                height={floor}
              />
            )}
          </>
        );
      }}
    </ChartFrame>
  );
}
