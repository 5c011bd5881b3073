/** One thing a row has found: what it is, what was measured, what had to be, and whether it was so. */
export type Figure = { what: string; measured: string; aim: string; holds: boolean };

/** Something of which there must be none. */
export function none(what: string, count: number, of?: number): Figure {
  return { what, measured: of === undefined ? String(count) : `${count} of ${of}`, aim: "0", holds: count === 0 };
}

/** Something of which there must be this many. */
export function exactly(what: string, count: number, aim: number): Figure {
  return { what, measured: String(count), aim: String(aim), holds: count === aim };
}

/** Something that must not take longer. */
export function within(what: string, ms: number, mostMs: number): Figure {
  return { what, measured: inSeconds(ms), aim: `${inSeconds(mostMs)} at most`, holds: ms <= mostMs };
}

/** Something that is only told. */
export function told(what: string, measured: string): Figure {
  return { what, measured, aim: "", holds: true };
}

/** The value below which this share of them is, 0 to 1; 0 where there are none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

export function inSeconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
