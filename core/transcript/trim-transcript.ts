import type { TranscriptLine } from "./transcript.ts";

/** A kept transcript takes at most this many bytes as JSON. */
export const TRANSCRIPT_BUDGET = 32 * 1024;

/** What the note of the cut takes, and what JSON adds around the text of a line, in bytes; both rounded up. */
const NOTE_BYTES = 160;
const AROUND_BYTES = 128;
/** JSON writes one UTF-16 unit in at most six bytes (`\u0000`). */
const MOST_BYTES_A_UNIT = 6;

/**
 * A transcript that takes at most `budget` bytes as JSON in UTF-8. One that is longer keeps its head and its tail, half the
 * budget each, with a note between them that says how many lines were cut.
 */
export function trimTranscript(lines: TranscriptLine[], budget: number = TRANSCRIPT_BUDGET): TranscriptLine[] {
  if (isSurelySmall(lines, budget)) return lines;
  const sizes = lines.map((line) => sizeOf(line) + 1);
  if (sizes.reduce((sum, size) => sum + size, 2) <= budget) return lines;

  const half = (budget - NOTE_BYTES) / 2;
  const head = countWithin(sizes, half);
  const tail = countWithin(sizes.slice(head).toReversed(), half);
  const cut = lines.slice(head, lines.length - tail);
  const text = `${cut.length} ${cut.length === 1 ? "line" : "lines"} cut here`;
  return [
    ...lines.slice(0, head),
    { direction: "note", atMs: cut[0]!.atMs, stage: cut[0]!.stage, text },
    ...lines.slice(lines.length - tail),
  ];
}

/** Nearly every transcript is: this spares it the measuring. */
function isSurelySmall(lines: TranscriptLine[], budget: number): boolean {
  return lines.reduce((sum, line) => sum + line.text.length * MOST_BYTES_A_UNIT + AROUND_BYTES, 2) <= budget;
}

function sizeOf(line: TranscriptLine): number {
  return new TextEncoder().encode(JSON.stringify(line)).length;
}

function countWithin(sizes: number[], budget: number): number {
  let total = 0;
  const over = sizes.findIndex((size) => (total += size) > budget);
  return over === -1 ? sizes.length : over;
}
