import { expect, test } from "vitest";
import { STAGES } from "#core/stage.ts";
import { decodeTimings, encodeTimings, TIMING_POSITIONS } from "./timing-positions.ts";

test("the positions of rows already written never change", () => {
  const written = "dns connect greeting ehlo quit starttls tls ehlo-tls auth mail rcpt data";
  expect(TIMING_POSITIONS.slice(0, 12).join(" ")).toBe(written);
});

test("every stage has one position", () => {
  expect(TIMING_POSITIONS.toSorted()).toEqual(STAGES.toSorted());
});

test("milliseconds are rounded, stages that did not happen are -1, and what follows the last is cut", () => {
  expect(
    encodeTimings([
      { stage: "dns", ms: 1.4 },
      { stage: "greeting", ms: 20.5 },
    ]),
  ).toEqual([1, -1, 21]);
});

test("a time too long for its column is the longest there is", () => {
  expect(encodeTimings([{ stage: "dns", ms: 40_000 }])).toEqual([32_767]);
});

test("no stages are an empty row", () => {
  expect(encodeTimings([])).toEqual([]);
  expect(decodeTimings([])).toEqual([]);
});

test("what is written is read again, in wire order", () => {
  const timings = STAGES.filter((stage) => stage !== "auth").map((stage, ms) => ({ stage, ms }));
  expect(decodeTimings(encodeTimings(timings))).toEqual(timings);
});
