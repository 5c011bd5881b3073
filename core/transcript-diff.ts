import { STAGES } from "./stage.ts";
import type { TranscriptLine } from "./transcript.ts";

/** A line and where it stands in its own transcript, counted from 0. */
export type NumberedLine = TranscriptLine & { index: number };

/** One row of two transcripts side by side: the same line, a line that reads differently, or a line only one of them has. */
export type DiffRow = {
  kind: "same" | "changed" | "only-left" | "only-right";
  left: NumberedLine | null;
  right: NumberedLine | null;
};

/**
 * Lays two transcripts side by side. Lines meet within their stage: equal ones by the longest common subsequence, then what is left
 * between them in pairs of one direction. Offsets do not count, because they always differ.
 */
export function transcriptDiff(left: readonly TranscriptLine[], right: readonly TranscriptLine[]): DiffRow[] {
  const [lefts, rights] = [numbered(left), numbered(right)];
  return STAGES.flatMap((stage) =>
    stageRows(
      lefts.filter((line) => line.stage === stage),
      rights.filter((line) => line.stage === stage),
    ),
  );
}

function numbered(lines: readonly TranscriptLine[]): NumberedLine[] {
  return lines.map((line, index) => ({ ...line, index }));
}

const isSame = (a: NumberedLine, b: NumberedLine) => a.direction === b.direction && a.text === b.text;

function stageRows(left: NumberedLine[], right: NumberedLine[]): DiffRow[] {
  const rows: DiffRow[] = [];
  let [l, r] = [0, 0];
  for (const [nextLeft, nextRight] of [...commonPairs(left, right), [left.length, right.length] as const]) {
    rows.push(...unequalRows(left.slice(l, nextLeft), right.slice(r, nextRight)));
    if (nextLeft < left.length) rows.push({ kind: "same", left: left[nextLeft]!, right: right[nextRight]! });
    [l, r] = [nextLeft + 1, nextRight + 1];
  }
  return rows;
}

/** The positions of a longest common subsequence (dynamic programming over suffixes; transcripts are small by their byte budget). */
function commonPairs(left: NumberedLine[], right: NumberedLine[]): (readonly [number, number])[] {
  const width = right.length + 1;
  const lengths = new Uint16Array((left.length + 1) * width);
  for (let l = left.length - 1; l >= 0; l--) {
    for (let r = right.length - 1; r >= 0; r--) {
      lengths[l * width + r] = isSame(left[l]!, right[r]!)
        ? lengths[(l + 1) * width + r + 1]! + 1
        : Math.max(lengths[(l + 1) * width + r]!, lengths[l * width + r + 1]!);
    }
  }
  const pairs: (readonly [number, number])[] = [];
  for (let [l, r] = [0, 0]; l < left.length && r < right.length;) {
    if (isSame(left[l]!, right[r]!)) pairs.push([l++, r++]);
    else if (lengths[(l + 1) * width + r]! >= lengths[l * width + r + 1]!) l++;
    else r++;
  }
  return pairs;
}

/** Lines between two common ones: those of one direction meet in order as "changed", the others stand alone. */
function unequalRows(left: NumberedLine[], right: NumberedLine[]): DiffRow[] {
  const rows: DiffRow[] = [];
  let r = 0;
  for (const line of left) {
    const partner = right.findIndex((each, index) => index >= r && each.direction === line.direction);
    if (partner === -1) {
      rows.push({ kind: "only-left", left: line, right: null });
      continue;
    }
    for (const alone of right.slice(r, partner)) rows.push({ kind: "only-right", left: null, right: alone });
    rows.push({ kind: "changed", left: line, right: right[partner]! });
    r = partner + 1;
  }
  for (const alone of right.slice(r)) rows.push({ kind: "only-right", left: null, right: alone });
  return rows;
}
