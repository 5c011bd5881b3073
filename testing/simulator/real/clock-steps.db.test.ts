import { expect, test } from "vitest";
import { phaseOf } from "#core/schedule/schedule.ts";
import { printFigure } from "#testing/print-figure.ts";
import { HOUR, MINUTE, USUAL } from "../scenes.ts";
import { playReal } from "./play-real.ts";

const MONITORS = 5;
const STEP_MS = 5 * MINUTE;
const CALM_MS = 8 * MINUTE;

test(
  "a database whose clock steps five minutes ahead and back: no slot is run twice, none is lost unrecorded, and nobody is down",
  {
    timeout: 300_000,
  },
  async () => {
    const start = Math.floor(Date.now() / HOUR) * HOUR + 24 * HOUR;
    const end = start + 3 * CALM_MS + 2 * STEP_MS;
    const { changes, errors } = await playReal(process.env.DATABASE_URL!, {
      from: start,
      monitors: MONITORS,
      places: ["fra"],
      world: { outagesOf: () => [], losesOneIn: 0 },
      during: async (time) => {
        await time.passUntil(start + CALM_MS);
        time.stepDatabase(STEP_MS);
        await time.passUntil(start + 2 * CALM_MS);
        time.stepDatabase(-STEP_MS);
        await time.passUntil(end);
      },
    });
    expect(errors).toEqual([]);
    expect(changes.filter(({ to }) => to === "down")).toEqual([]);
    for (let monitorId = 1; monitorId <= MONITORS; monitorId++) {
      const ats = changes.filter((each) => each.monitorId === monitorId).map(({ at }) => at);
      expect(ats).toEqual(ats.toSorted((a, b) => a - b));
    }

    const { pool } = await import("#db/pool.ts");
    const { rows: results } = await pool.query<{ monitorId: number; slotAt: Date; count: number }>(
      `select monitor_id as "monitorId", slot_at as "slotAt", count(*)::int as count from result group by 1, 2`,
    );
    const { rows: windows } = await pool.query<{ windowAt: Date }>(
      `select distinct window_at as "windowAt" from schedule_window where state <> 'done'`,
    );
    const run = new Set(results.map(({ monitorId, slotAt }) => `${monitorId} ${slotAt.getTime()}`));
    const missed = new Set(windows.map(({ windowAt }) => windowAt.getTime()));
    let unrun = 0;
    const unaccounted: string[] = [];
    for (let monitorId = 1; monitorId <= MONITORS; monitorId++) {
      const first = start + MINUTE + phaseOf(monitorId, USUAL.intervalS) * 1000;
      for (let slotAt = first; slotAt < end - MINUTE; slotAt += USUAL.intervalS * 1000) {
        if (run.has(`${monitorId} ${slotAt}`)) continue;
        unrun++;
        if (!missed.has(slotAt - (slotAt % 10_000))) unaccounted.push(`${monitorId} ${new Date(slotAt).toISOString()}`);
      }
    }
    printFigure(
      "C09, the database's clock steps 5 min ahead and back",
      `${results.length} slots run, ${unrun} missed, ${unaccounted.length} unaccounted`,
    );
    expect(results.filter(({ count }) => count > 1)).toEqual([]);
    expect(unaccounted).toEqual([]);
  },
);
