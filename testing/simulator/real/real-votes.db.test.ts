import { expect, test } from "vitest";
import { printFigure } from "#testing/print-figure.ts";
import { expectSameAsSimulated } from "./same-as-simulated.ts";

test("and so do three locations that vote", { timeout: 300_000 }, async () => {
  const { changes } = await expectSameAsSimulated(["ams", "fra", "nyc"]);
  expect(changes.filter(({ to }) => to === "down").length).toBeGreaterThan(6);
  printFigure("C02, the real worker on a virtual clock, three locations", `${changes.length} changes of health, all as simulated`);
});
