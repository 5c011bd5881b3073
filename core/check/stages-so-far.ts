import type { TranscriptLine } from "../transcript/transcript.ts";
import type { StageTiming } from "./stage.ts";

/**
 * The stages of a dialogue on one way that is still going on, in the order of the wire, each from the end of the one before it to its own
 * latest line.
 */
export function stagesSoFar(lines: readonly TranscriptLine[]): StageTiming[] {
  let endMs = 0;
  return [...new Set(lines.map(({ stage }) => stage))].map((stage) => {
    const last = lines.findLast((line) => line.stage === stage)!;
    const ms = Math.max(0, last.atMs - endMs);
    endMs = Math.max(endMs, last.atMs);
    return { stage, ms };
  });
}
