import { Table, Td, Th } from "#components/ui/table.tsx";
import { msText } from "#core/ms-text.ts";
import type { Punctuality } from "#core/punctuality.ts";

type Props = { lately: Punctuality; hour: Punctuality; day: Punctuality };

/** How late checks started, how many there were and how many were missed, lately and over longer. */
export function PunctualityTable({ lately, hour, day }: Props) {
  const rows = [
    { span: "5 minutes", ...lately },
    { span: "Hour", ...hour },
    { span: "Day", ...day },
  ];
  return (
    <Table label="Punctuality">
      <thead>
        <tr>
          <Th>Last</Th>
          <Th align="right">p50</Th>
          <Th align="right">p95</Th>
          <Th align="right">p99</Th>
          <Th align="right">Worst</Th>
          <Th align="right">Checks a second</Th>
          <Th align="right">Missed slots</Th>
          <Th align="right">Missed windows</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ span, p50, p95, p99, worst, perSecond, missed, windowsMissed }) => (
          <tr key={span}>
            <Td className="whitespace-nowrap">{span}</Td>
            {[
              { name: "p50", ms: p50 },
              { name: "p95", ms: p95 },
              { name: "p99", ms: p99 },
              { name: "worst", ms: worst },
            ].map(({ name, ms }) => (
              <Td key={name} align="right" className="whitespace-nowrap">
                {ms === null ? "–" : msText(Math.round(ms))}
              </Td>
            ))}
            <Td align="right">{perSecond.toFixed(perSecond < 10 ? 1 : 0)}</Td>
            <Missed count={missed} />
            <Missed count={windowsMissed} />
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Missed({ count }: { count: number }) {
  return (
    <Td align="right" className={count > 0 ? "font-medium text-down" : undefined}>
      {count.toLocaleString("en")}
    </Td>
  );
}
