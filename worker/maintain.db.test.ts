import { afterAll, expect, test } from "vitest";
import { CASES } from "#testing/maintenance/cases.ts";
import { playCase } from "#testing/maintenance/play-case.ts";
import { printFigure } from "#testing/print-figure.ts";

let right = 0;
afterAll(() => printFigure("C17", `${right} of ${CASES.length}`));

test.each(CASES)("$name", async (each) => {
  const { history, told = "", incidents = "" } = each;
  expect(await playCase(each)).toEqual({ history, told, incidents });
  right += 1;
});
