import { expect, test } from "vitest";
import { STAGES } from "#core/check/stage.ts";
import { TIMING_POSITIONS } from "./timing-positions.ts";

test("the positions of rows already written never change", () => {
  const written = "dns connect greeting ehlo quit starttls tls ehlo-tls auth mail rcpt data";
  expect(TIMING_POSITIONS.slice(0, 12).join(" ")).toBe(written);
});

test("every stage has one position", () => {
  expect(TIMING_POSITIONS.toSorted()).toEqual(STAGES.toSorted());
});
