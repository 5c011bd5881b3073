import { expect, test } from "vitest";
import { printFigure } from "#testing/print-figure.ts";
import { MINUTE, SECOND } from "../scenes.ts";
import { expectSameAsSimulated } from "./same-as-simulated.ts";
import type { VirtualTime } from "./virtual-time.ts";

const step = (ms: number) => (time: VirtualTime) => time.stepWall(ms);

test("a machine whose clock is 10 s fast and then steps by 5 min, back and forth: slots and changes are those of the true time", async () => {
  const { changes } = await expectSameAsSimulated(["ams", "fra"], {
    wallAheadMs: 10 * SECOND,
    disturb: { 6: step(5 * MINUTE), 10: step(-5 * MINUTE), 17: step(-5 * MINUTE), 25: step(5 * MINUTE) },
  });
  expect(changes.filter(({ to }) => to === "down").length).toBeGreaterThan(6);
  expect(changes.filter(({ from, to }) => from !== "unknown" && to === "unknown")).toEqual([]);
  printFigure(
    "C09, the real worker on a virtual clock, its machine's clock 10 s fast and stepping by 5 min",
    `${changes.length} changes of health, all as with a right clock`,
  );
}, 300_000);
