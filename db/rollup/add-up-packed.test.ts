import fc from "fast-check";
import { expect, test } from "vitest";
import { NO_TALLY, type Tally } from "#core/judging/tally.ts";
import { histogramOf, LONGEST_MS } from "#core/latency/histogram.ts";
import { addUpPacked } from "./add-up-packed.ts";
import { packTallies } from "./pack-tallies.ts";
import { addedUp, type Tallies } from "./tallies.ts";

const times = fc.array(fc.nat(LONGEST_MS), { minLength: 1, maxLength: 60 });
const tallyOf = (values: number[]): Tally => ({
  checks: values.length,
  sumMs: values.reduce((sum, ms) => sum + ms, 0),
  histogram: histogramOf(values),
});
/** Of some, only the sum is known. */
const tally = fc.oneof(
  fc.constant(NO_TALLY),
  times.map(tallyOf),
  times.map((values): Tally => ({ ...tallyOf(values), histogram: [] })),
);
const tallies = fc.record({ whole: tally, stages: fc.array(tally, { maxLength: 16 }) });

/** Without the stages after the last that happened. */
const cut = ({ whole, stages }: Tallies): Tallies => ({
  whole,
  stages: stages.slice(0, 1 + stages.findLastIndex(({ checks }) => checks > 0)),
});

test("packed tallies add up to what they add up to unpacked, again and again", () => {
  fc.assert(
    fc.property(fc.array(tallies, { maxLength: 8 }), (all) => {
      expect(addUpPacked(all.map(packTallies))).toEqual(cut(addedUp(all)));
    }),
  );
});
