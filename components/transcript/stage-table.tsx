import { cx } from "class-variance-authority";
import { Table, Td, Th } from "#components/ui/table.tsx";
import { stageName, type StageReport, type StageTiming } from "#core/check/stage.ts";
import type { Thresholds } from "#core/monitor/threshold.ts";
import { msText } from "#core/text/ms-text.ts";
import { visibleText } from "#core/text/visible-text.ts";

type Props = { stages: readonly (StageTiming & Partial<StageReport>)[]; slowMs?: Thresholds; label?: string };

/** What the rail shows, as a table: each stage with its time, its threshold, and what the server answered in it. */
export function StageTable({ stages, slowMs = {}, label = "Stages as a table" }: Props) {
  const hasLimits = stages.some(({ stage }) => slowMs[stage] !== undefined);
  return (
    <details className="min-w-0">
      <summary className="w-fit rounded-sm py-1 text-sm text-muted underline decoration-dotted underline-offset-4 hover:text-text">
        {label}
      </summary>
      <Table label={label} className="mt-1 text-sm [&_td]:py-1.5">
        <thead>
          <tr>
            <Th>Stage</Th>
            <Th align="right">Time</Th>
            {hasLimits && <Th align="right">Slow above</Th>}
            <Th align="right">Reply</Th>
            <Th>Enhanced</Th>
            <Th>Text</Th>
          </tr>
        </thead>
        <tbody>
          {stages.map(({ stage, ms, reply }, position) => {
            const limitMs = slowMs[stage];
            const isSlow = limitMs !== undefined && ms > limitMs;
            return (
              <tr key={position}>
                <Td className="whitespace-nowrap">{stageName(stage)}</Td>
                <Td align="right" className={cx("whitespace-nowrap", isSlow && "font-medium text-degraded")}>
                  {msText(ms)}
                  {isSlow && <span className="sr-only">, slow</span>}
                </Td>
                {hasLimits && (
                  <Td align="right" className="whitespace-nowrap text-muted">
                    {limitMs === undefined ? "–" : `${limitMs} ms`}
                  </Td>
                )}
                <Td align="right">{reply?.code ?? "–"}</Td>
                <Td>{reply?.enhanced ?? "–"}</Td>
                <Td className="min-w-40 font-mono text-xs wrap-anywhere">{reply ? visibleText(reply.text) : "–"}</Td>
              </tr>
            );
          })}
        </tbody>
      </Table>
    </details>
  );
}
