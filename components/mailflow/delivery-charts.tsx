import { scaleLinear } from "@visx/scale";
import { Table, Td, Th } from "#components/ui/table.tsx";
import { delayText } from "#core/mailflow/delay-text.ts";
import type { DeliveryBucket, DeliveryCounts } from "#core/mailflow/delivery-series.ts";
import { msText } from "#core/text/ms-text.ts";
import { exactTime } from "#core/time/relative-time.ts";
import { timeWindowLabel, type TimeWindow } from "#core/time/time-window.ts";
import { DeliverySvg, type BarPart } from "./delivery-svg.tsx";

type Props = { window: TimeWindow; buckets: readonly DeliveryBucket[]; overall: DeliveryCounts; zone: string };

const DELAY_PARTS: readonly BarPart[] = [
  { colour: "var(--accent-mid)", reachOf: ({ delay }) => delay && [delay.p95, delay.p99] },
  { colour: "var(--unknown-fill)", reachOf: ({ delay }) => delay && [delay.p50, delay.p95] },
  { colour: "var(--accent)", reachOf: ({ delay }) => delay && [0, delay.p50] },
];

const SHARE_PARTS: readonly BarPart[] = [
  { colour: "var(--down-fill)", reachOf: ({ sent, lost }) => [0, share(lost, sent)] },
  { colour: "var(--degraded-fill)", reachOf: ({ sent, lost, junk }) => [share(lost, sent), share(lost + junk, sent)] },
];

/** How long the messages of a window were on their way, how many were lost and how many are in the junk: pictures, figures, and a table. */
export function DeliveryCharts({ window, buckets, overall, zone }: Props) {
  if (overall.sent === 0) return <p className="text-muted">No message was sent in the last {timeWindowLabel(window)}.</p>;
  const longest = Math.max(1, ...buckets.map(({ delay }) => delay?.p99 ?? 0));
  const worst = Math.max(0.01, ...buckets.map(({ sent, lost, junk }) => share(lost + junk, sent)));
  const over = `over the last ${timeWindowLabel(window)}. The table below has every value.`;
  const delays = {
    parts: DELAY_PARTS,
    top: scaleLinear({ domain: [0, longest], nice: 4 }).domain()[1]!,
    textOf: msText, // one unit beside the axis, and short enough to stand there
    label: `Delivery delay, p50, p95 and p99, ${over}`,
  };
  const shares = {
    parts: SHARE_PARTS,
    top: Math.min(1, scaleLinear({ domain: [0, worst], nice: 4 }).domain()[1]!),
    textOf: percent,
    label: `Share of messages lost and in the junk ${over}`,
  };
  const { delay, sent, lost, junk } = overall;
  return (
    <div className="grid grid-cols-1 gap-4">
      <Legend
        items={[
          ["var(--accent)", "p50", delay ? delayText(delay.p50) : "–"],
          ["var(--unknown-fill)", "p95", delay ? delayText(delay.p95) : "–"],
          ["var(--accent-mid)", "p99", delay ? delayText(delay.p99) : "–"],
        ]}
      />
      <Both {...delays} buckets={buckets} zone={zone} />
      <Legend
        items={[
          ["var(--down-fill)", "lost", `${percent(share(lost, sent))} (${lost} of ${sent})`],
          ["var(--degraded-fill)", "junk", `${percent(share(junk, sent))} (${junk} of ${sent})`],
        ]}
      />
      <Both {...shares} buckets={buckets} zone={zone} />
      <details>
        <summary className="w-fit text-sm text-muted">As a table</summary>
        <div className="mt-2 max-h-80 overflow-y-auto">
          <BucketTable buckets={buckets} zone={zone} />
        </div>
      </details>
    </div>
  );
}

/** One for a wide page, one for a phone. */
function Both(props: Omit<Parameters<typeof DeliverySvg>[0], "width" | "height">) {
  return (
    <>
      <div className="hidden sm:block">
        <DeliverySvg {...props} width={1100} height={170} />
      </div>
      <div className="sm:hidden">
        <DeliverySvg {...props} width={360} height={150} />
      </div>
    </>
  );
}

function Legend({ items }: { items: readonly (readonly [string, string, string])[] }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {items.map(([colour, name, text]) => (
        <li key={name} className="flex items-center gap-1.5">
          <span aria-hidden className="size-2.5 rounded-xs border border-line" style={{ background: colour }} />
          {name} <span className="text-muted">{text}</span>
        </li>
      ))}
    </ul>
  );
}

function BucketTable({ buckets, zone }: Pick<Props, "buckets" | "zone">) {
  return (
    <Table label="Delivery">
      <thead>
        <tr>
          <Th>From</Th>
          {["Sent", "Arrived", "Lost", "Junk", "p50", "p95", "p99"].map((name) => (
            <Th key={name} align="right">
              {name}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {buckets
          .filter(({ sent }) => sent > 0)
          .toReversed()
          .map(({ from, sent, found, lost, junk, delay }) => (
            <tr key={from}>
              <Td className="whitespace-nowrap">{exactTime(new Date(from), zone)}</Td>
              {[sent, found, lost, junk, ...(["p50", "p95", "p99"] as const).map((p) => (delay ? delayText(delay[p]) : "–"))].map(
                (cell, column) => (
                  <Td key={column} align="right" className="whitespace-nowrap">
                    {cell}
                  </Td>
                ),
              )}
            </tr>
          ))}
      </tbody>
    </Table>
  );
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function percent(of: number): string {
  return `${(of * 100).toFixed(of > 0 && of < 0.1 ? 1 : 0)}%`;
}
