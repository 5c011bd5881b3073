import { stageLabel } from "../check/stage.ts";
import { visibleText } from "../text/visible-text.ts";
import { linesByPath } from "./lines-by-path.ts";
import type { TranscriptLine } from "./transcript.ts";

/** The mark of a line in the gutter: sent, received, or a note of ours. */
export const DIRECTION_MARKS: Record<TranscriptLine["direction"], string> = { sent: "→", received: "←", note: "·" };

/** What stands above a copied transcript. */
export type TranscriptHeading = { monitorName: string; target: string; at: string; verdict: string };

/**
 * A transcript as plain text to copy or download: a heading, then one line each with offset in ms, stage and direction; several ways to
 * the server one after the other.
 */
export function transcriptText(heading: TranscriptHeading, lines: readonly TranscriptLine[]): string {
  const head = [`${visibleText(heading.monitorName)} (${heading.target})`, heading.at, heading.verdict];
  const stageChars = Math.max(MOST_STAGES_CHARS, ...lines.map(({ stage }) => stageLabel(stage).length));
  const ways = linesByPath(lines).flatMap(({ path, lines: said }) => [
    "",
    ...(path === null ? [] : [`over ${path}`]),
    ...said.map((line) => lineText(line, stageChars)),
  ]);
  return [...head, ...(ways.length === 0 ? [""] : ways), ""].join("\n");
}

/** What the names of most stages fit into; a longer one makes room for itself. */
const MOST_STAGES_CHARS = 8;

function lineText(line: TranscriptLine, stageChars: number): string {
  const offset = offsetText(line.atMs).padStart(9);
  const text = `${offset}  ${stageLabel(line.stage).padEnd(stageChars)}  ${DIRECTION_MARKS[line.direction]} ${visibleText(line.text)}`;
  return line.failed ? `${text}   <-- failed here` : text;
}

/** An offset into the check: "512 ms", and a tenth of a millisecond where it matters. */
export function offsetText(ms: number): string {
  return `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms`;
}
