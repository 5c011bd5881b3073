import { STAGES, type Stage } from "../check/stage.ts";
import { linesByPath, type NumberedLine } from "./lines-by-path.ts";
import type { TranscriptLine } from "./transcript.ts";

/** One row of two transcripts side by side: the same line, a line that reads differently, or a line only one of them has. */
export type DiffRow = {
  kind: "same" | "changed" | "only-left" | "only-right";
  left: NumberedLine | null;
  right: NumberedLine | null;
};

/**
 * Lays two transcripts side by side, one way to the server after the other (`path` is null where there is only one). Lines meet within
 * their way and stage: equal ones by the longest common subsequence, then what is left between them in pairs of one direction. Offsets
 * do not count, because they always differ.
 */
export function transcriptDiff(
  left: readonly TranscriptLine[],
  right: readonly TranscriptLine[],
): { path: string | null; rows: DiffRow[] }[] {
  const [lefts, rights] = [linesByPath(left), linesByPath(right)];
  const paths = [...new Set([...lefts, ...rights].map(({ path }) => path))];
  return paths.map((path) => ({ path, rows: pathRows(linesOf(lefts, path), linesOf(rights, path)) }));
}

function linesOf(groups: ReturnType<typeof linesByPath>, path: string | null): NumberedLine[] {
  return groups.find((group) => group.path === path)?.lines ?? [];
}

function pathRows(left: NumberedLine[], right: NumberedLine[]): DiffRow[] {
  return stagesOf(left, right).flatMap((stage) =>
    stageRows(
      left.filter((line) => line.stage === stage),
      right.filter((line) => line.stage === stage),
    ),
  );
}

/** The stages in the order of the wire; with implicit TLS the handshake comes before the greeting. */
function stagesOf(...dialogues: NumberedLine[][]): readonly Stage[] {
  const first = dialogues.flatMap((lines) => lines.find(({ stage }) => TLS_OR_BEFORE_STARTTLS.includes(stage)) ?? []);
  const isTlsFirst = first.length > 0 && first.every(({ stage }) => stage === "tls");
  return isTlsFirst ? STAGES.toSorted((a, b) => placeTlsFirst(a) - placeTlsFirst(b)) : STAGES;
}

const TLS_OR_BEFORE_STARTTLS: readonly Stage[] = ["greeting", "ehlo", "capability", "starttls", "stls", "tls"];

const placeTlsFirst = (stage: Stage) => STAGES.indexOf(stage === "tls" ? "connect" : stage) + (stage === "tls" ? 0.5 : 0);

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
