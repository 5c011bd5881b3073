import type { TranscriptLine } from "./transcript.ts";

/** A line and where it stands in its own transcript, counted from 0. */
export type NumberedLine = TranscriptLine & { index: number };

/** The lines on one way to the server, in their order; `path` is null where the check takes only one. */
export type PathLines = { path: string | null; lines: NumberedLine[] };

/**
 * The lines of a transcript by the way they were said on, the ways in the order in which they first speak: while a check runs, several
 * speak at once. A line of ours that names no way, such as the note of a cut, stays with the one before it.
 */
export function linesByPath(lines: readonly TranscriptLine[]): PathLines[] {
  const groups = new Map<string | null, NumberedLine[]>();
  let path: string | null = null;
  for (const [index, line] of lines.entries()) {
    path = line.path ?? path;
    const group = groups.get(path);
    if (group === undefined) groups.set(path, [{ ...line, index }]);
    else group.push({ ...line, index });
  }
  return [...groups].map(([each, grouped]) => ({ path: each, lines: grouped }));
}
