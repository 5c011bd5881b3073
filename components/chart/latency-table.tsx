"use client";

import { FoldedTable } from "#components/ui/folded-table.tsx";
import { stageName } from "#core/check/stage.ts";
import type { LatencyFigures } from "#core/latency/latency-figures.ts";
import { msText } from "#core/text/ms-text.ts";
import { exactTime } from "#core/time/relative-time.ts";

type Props = { label: string; figures: LatencyFigures; zone: string };

/** Each bucket in which something was measured, newest first. */
export function LatencyTable({ label, figures: { stages, buckets }, zone }: Props) {
  const rows = () =>
    buckets
      .filter(([, , ...times]) => times.some((ms) => ms !== null))
      .toReversed()
      .map(([from, totalMs, ...times]) => [
        exactTime(new Date(from), zone),
        ...times.map((ms) => (ms === null ? "–" : msText(ms))),
        msText(totalMs),
      ]);
  return <FoldedTable label={label} head={["From", ...stages.map(stageName), "Whole dialogue"]} rows={rows} />;
}
