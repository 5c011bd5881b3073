import { afterAll, describe, expect, test } from "vitest";
import { CASES } from "#testing/escalation/cases.ts";
import { playCase } from "#testing/escalation/play-case.ts";
import { printFigure } from "#testing/print-figure.ts";

const right = new Set<string>();
afterAll(() =>
  printFigure("C15", `${right.size} of ${CASES.length} cases told the right person at the right time, once (on a virtual clock)`),
);

test("there are a hundred or more, each with a name of its own", () => {
  expect(new Set(CASES.map(({ name }) => name)).size).toBe(CASES.length);
  expect(CASES.length).toBeGreaterThanOrEqual(100);
});

describe.each(CASES)("$name", (each) => {
  test("is told so", () => {
    expect(playCase(each)).toBe(each.told);
    right.add(each.name);
  });

  test("is told so, too, where somebody looks every 97 seconds", () => {
    expect(playCase(each, 97_000)).toBe(each.told);
  });
});
