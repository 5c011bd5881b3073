import { STAGES, type StageTiming } from "./stage.ts";
import type { TranscriptLine } from "./transcript.ts";

/** The stages of a dialogue that is still going on, each from the end of the one before it to its own latest line. */
export function stagesSoFar(lines: readonly TranscriptLine[]): StageTiming[] {
  let endMs = 0;
  return STAGES.flatMap((stage) => {
    const last = lines.findLast((line) => line.stage === stage);
    if (last === undefined) return [];
    const ms = Math.max(0, last.atMs - endMs);
    endMs = Math.max(endMs, last.atMs);
    return [{ stage, ms }];
  });
}
