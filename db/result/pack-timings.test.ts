import fc from "fast-check";
import { expect, test } from "vitest";
import { STAGES } from "#core/check/stage.ts";
import { BETWEEN_CHECKS, packTimings, readPacked, unpackTimings } from "./pack-timings.ts";
import { TIMING_POSITIONS } from "./timing-positions.ts";

const bytes = (packed: Uint8Array) => [...packed];

/** Stages that happened, in wire order, with whole milliseconds. */
const timings = fc
  .array(fc.option(fc.integer({ min: 0, max: 32_767 })), { minLength: STAGES.length, maxLength: STAGES.length })
  .map((times) => STAGES.flatMap((stage, index) => (times[index] === null ? [] : [{ stage, ms: times[index]! }])));

test("a stage is its milliseconds and two, one that did not happen is 1, and what follows the last is cut", () => {
  const packed = packTimings([
    { stage: "dns", ms: 1.4 },
    { stage: "greeting", ms: 20.5 },
  ]);
  expect(bytes(packed)).toEqual([3, 1, 23]);
  expect(bytes(packTimings([]))).toEqual([]);
});

test("from 126 ms on a time takes two bytes, and from 16,382 on three", () => {
  expect([125, 126, 16_381, 16_382].map((ms) => packTimings([{ stage: "dns", ms }]).length)).toEqual([1, 2, 2, 3]);
});

test("a time too long to tell is the longest there is, and a stage that happened twice took both times", () => {
  expect(unpackTimings(packTimings([{ stage: "dns", ms: 40_000 }]))).toEqual([{ stage: "dns", ms: 32_767 }]);
  const twice = [1, 2].map((ms) => ({ stage: "connect" as const, ms }));
  expect(unpackTimings(packTimings(twice))).toEqual([{ stage: "connect", ms: 3 }]);
});

test("what is packed is read again, in wire order, and no byte of it stands for the space between two checks", () => {
  fc.assert(
    fc.property(timings, (each) => {
      const packed = packTimings(each);
      expect(unpackTimings(packed)).toEqual(each);
      expect(bytes(packed)).not.toContain(BETWEEN_CHECKS);
    }),
  );
});

test("many checks joined are read one after the other, also those in which nothing happened", () => {
  fc.assert(
    fc.property(fc.array(timings, { minLength: 1, maxLength: 5 }), (checks) => {
      const joined = Buffer.concat(
        checks.flatMap((each, index) => [...(index > 0 ? [Buffer.of(BETWEEN_CHECKS)] : []), packTimings(each)]),
      );
      const read: { position: number; ms: number }[][] = [[]];
      let ended = 0;
      readPacked(
        joined,
        (position, ms) => read.at(-1)!.push({ position, ms }),
        () => (ended++, read.push([])),
      );
      expect(ended).toBe(checks.length);
      expect(read.map((each) => each.length).slice(0, -1)).toEqual(checks.map((each) => each.length));
    }),
  );
});

test("a stage that only a later version knows is passed over", () => {
  const later = Buffer.of(...TIMING_POSITIONS.map(() => 1), 9);
  expect(unpackTimings(later)).toEqual([]);
});
