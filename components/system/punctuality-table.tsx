import { Table, Td, Th } from "#components/ui/table.tsx";
import type { Punctuality } from "#core/schedule/punctuality.ts";
import { msText } from "#core/text/ms-text.ts";

type Props = { lately: Punctuality; hour: Punctuality; day: Punctuality };

const late = (ms: number | null) => (ms === null ? "–" : msText(Math.round(ms)));

const FIGURES: { name: string; show: (punctuality: Punctuality) => string; isWrong?: (punctuality: Punctuality) => boolean }[] = [
  { name: "Half start within (p50)", show: ({ p50 }) => late(p50) },
  { name: "95 of 100 (p95)", show: ({ p95 }) => late(p95) },
  { name: "99 of 100 (p99)", show: ({ p99 }) => late(p99) },
  { name: "The latest", show: ({ worst }) => late(worst) },
  { name: "Checks a second", show: ({ perSecond }) => perSecond.toFixed(perSecond < 10 ? 1 : 0) },
  { name: "Missed slots", show: ({ missed }) => missed.toLocaleString("en"), isWrong: ({ missed }) => missed > 0 },
  {
    name: "Missed windows",
    show: ({ windowsMissed }) => windowsMissed.toLocaleString("en"),
    isWrong: ({ windowsMissed }) => windowsMissed > 0,
  },
];

/** How late checks started, how many there were and how many were missed, lately and over longer. */
export function PunctualityTable({ lately, hour, day }: Props) {
  const spans = [
    { span: "5 minutes", figures: lately },
    { span: "Hour", figures: hour },
    { span: "Day", figures: day },
  ];
  return (
    <Table label="Punctuality" className="max-w-prose">
      <thead>
        <tr>
          <Th>In the last</Th>
          {spans.map(({ span }) => (
            <Th key={span} align="right">
              {span}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {FIGURES.map(({ name, show, isWrong }) => (
          <tr key={name}>
            <Td className="text-muted">{name}</Td>
            {spans.map(({ span, figures }) => (
              <Td key={span} align="right" className={isWrong?.(figures) ? "font-medium text-down" : undefined}>
                <span className="whitespace-nowrap">{show(figures)}</span>
              </Td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
