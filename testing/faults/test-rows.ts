import { afterAll, expect, test } from "vitest";
import { printFigure } from "#testing/print-figure.ts";
import { startGround } from "./ground.ts";

// Rows in their short form, each with one queue; `npm run bench -- faults --form short` plays all of them with both.

const MOST_MS = 120_000;

/** Makes a test of each row of one matter that is tested with the queue of this run. */
export async function testRows(about: "checks" | "messages" | "parts"): Promise<void> {
  const queue = process.env.REDIS_URL === undefined ? "postgresql" : "redis";
  const ground = await startGround();
  afterAll(() => ground.remove(), 30_000);

  const { ROWS_ABOUT } = await import("./rows.ts"); // what it imports reads the environment, which is the ground's from here on
  const { onScene } = await import("./scene.ts");

  for (const row of ROWS_ABOUT[about].filter(({ testedWith }) => testedWith === queue)) {
    test(`${row.id}: ${row.what}`, { timeout: MOST_MS }, async () => {
      const figures = await onScene(ground, queue, (scene) => row.run(scene, "short"));
      for (const { what, measured } of figures) printFigure(`${row.id}, ${what}`, measured);
      expect(figures.filter(({ holds }) => !holds)).toEqual([]);
    });
  }
}
