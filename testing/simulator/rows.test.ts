import { expect, test } from "vitest";
import { printFigure } from "#testing/print-figure.ts";
import { ROWS } from "./rows.ts";

test.each(ROWS)("$id: $what", { timeout: 60_000 }, (row) => {
  const figures = row.run("short");
  for (const { what, measured } of figures) printFigure(row.id, `${what}: ${measured}`);
  expect(figures.filter(({ holds }) => !holds)).toEqual([]);
});
