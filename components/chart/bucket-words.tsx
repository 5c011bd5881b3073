"use client";

import type { ComponentProps } from "react";
import { stageName, type Stage } from "#core/check/stage.ts";
import type { BucketFigures, LatencyFigures } from "#core/latency/latency-figures.ts";
import { msText } from "#core/text/ms-text.ts";
import { PointedAt } from "./pointed-at.tsx";
import { timeFormat } from "./time-format.ts";

type Props = ComponentProps<"rect"> & { figures: LatencyFigures; lengthMs: number; zone: string };

/** Lies over the buckets of a latency chart, and says the figures of the one that somebody points at. */
export function BucketWords({ figures: { stages, buckets }, lengthMs, zone, ...rect }: Props) {
  const wordsOf = (position: number) => words(buckets[position]!, stages, timeFormat(lengthMs, zone));
  return <PointedAt count={buckets.length} wordsOf={wordsOf} {...rect} />;
}

function words([from, totalMs, ...times]: BucketFigures, stages: readonly Stage[], format: Intl.DateTimeFormat): string {
  const each = stages.flatMap((stage, index) => (times[index] == null ? [] : [`${stageName(stage)} ${msText(times[index])}`]));
  return `${format.format(from)}: ${each.length === 0 ? "no checks" : `${msText(totalMs)} (${each.join(", ")})`}`;
}
