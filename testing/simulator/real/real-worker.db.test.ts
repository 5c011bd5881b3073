import { expect, test } from "vitest";
import { printFigure } from "#testing/print-figure.ts";
import { expectSameAsSimulated } from "./same-as-simulated.ts";

test("on a virtual clock the real worker changes health when the simulated one does", { timeout: 300_000 }, async () => {
  const { changes } = await expectSameAsSimulated(["fra"]);
  expect(changes.filter(({ to }) => to === "down").length).toBeGreaterThan(6);
  printFigure("C02, the real worker on a virtual clock, one location", `${changes.length} changes of health, all as simulated`);
});
