import { mergedTallies, NO_TALLY, type Tally } from "#core/judging/tally.ts";

/** What many checks took: as a whole, and in each stage by its position (db/result/timing-positions.ts), cut after the last that happened. */
export type Tallies = { whole: Tally; stages: Tally[] };

/** The tallies of everything that is in any of these. */
export function addedUp(all: readonly Tallies[]): Tallies {
  const positions = Math.max(0, ...all.map(({ stages }) => stages.length));
  return {
    whole: mergedTallies(all.map(({ whole }) => whole)),
    stages: Array.from({ length: positions }, (_, position) =>
      mergedTallies(all.map(({ stages }) => stages[position] ?? NO_TALLY)),
    ),
  };
}
