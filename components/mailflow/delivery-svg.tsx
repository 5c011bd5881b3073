import { ChartFrame, type Picture } from "#components/chart/chart-frame.tsx";
import type { DeliveryBucket } from "#core/mailflow/delivery-series.ts";

/** One colour of the bars: from and to which value it reaches in a bucket; null where there is nothing. */
export type BarPart = { colour: string; reachOf: (bucket: DeliveryBucket) => readonly [number, number] | null };

type Props = Picture & {
  buckets: readonly DeliveryBucket[];
  parts: readonly BarPart[];
  /** The highest value that is drawn. */
  top: number;
  textOf: (value: number) => string;
};

/** Bars of a window in a frame. */
export function DeliverySvg({ buckets, parts, top, ...picture }: Props) {
  const [from, to] = [buckets[0]?.from ?? 0, buckets.at(-1)?.to ?? 1];
  return (
    <ChartFrame {...picture} from={from} to={to} top={top}>
      {({ x, y }) =>
        parts.map(({ colour, reachOf }) => (
          <path
            key={colour}
            stroke={colour}
            strokeWidth={((x(to) - x(from)) / Math.max(1, buckets.length)) * 0.76}
            d={buckets
              .map((bucket) => {
                const reach = reachOf(bucket);
                if (reach === null || reach[0] === reach[1]) return "";
                const middle = (x(bucket.from) + x(bucket.to)) / 2;
                return `M${middle.toFixed(1)} ${y(reach[0]).toFixed(1)}V${y(Math.min(top, reach[1])).toFixed(1)}`;
              })
              .join("")}
          />
        ))
      }
    </ChartFrame>
  );
}
