import { setTimeout as sleep } from "node:timers/promises";
import type { SpawnedWorker } from "#testing/spawn-worker.ts";
import { untilSo } from "#testing/until.ts";
import { countDowns, untilAccounted } from "../accounted.ts";
import { makeCrowd } from "../crowd.ts";
import { none, told, within } from "../figure.ts";
import { freeze, thaw } from "../freeze.ts";
import { holdIn } from "../held-servers.ts";
import { EITHER_QUEUE, type Row } from "../row.ts";
import { untilWindowBegun } from "../schedule.ts";

const INTERVAL_S = 60;

/** F06: a worker stands still with a window in hand, and so does the one that takes it up; then both go on. */
export const workerStalled: Row = {
  id: "F06",
  what: "a worker stands still (SIGSTOP, which from outside is a blocked event loop) for 40 s in the middle of a window; the worker that takes it up does so, too",
  queues: EITHER_QUEUE,
  async run(scene, form) {
    const stillMs = form === "full" ? 40_000 : 9_000;
    const count = form === "full" ? 50 : 10;
    const server = await holdIn("greeting");
    scene.atEnd(() => server.close());
    const first = await scene.startWorker();
    const crowd = await makeCrowd(scene.team, { ...server, count, policy: { intervalS: INTERVAL_S } });
    await untilWindowBegun(crowd.slotAt);
    const second = await scene.startWorker();
    await server.untilHeld(count);

    freeze(pidOf(first));
    const firstAt = Date.now();
    await untilSo(() => server.untilHeld(2 * count).then(() => true), Boolean, 60_000); // the second one has them now
    const retriedMs = Date.now() - firstAt;
    freeze(pidOf(second));
    await server.release();
    await sleep(stillMs - (Date.now() - firstAt));
    thaw(pidOf(first));
    const third = form === "full" ? Date.now() : 0;
    await sleep(form === "full" ? stillMs / 2 : 0);
    thaw(pidOf(second));

    const { afterMs, seen } = await untilAccounted(crowd, 2 * INTERVAL_S * 1000);
    const next = { ...crowd, slotAt: crowd.slotAt + INTERVAL_S * 1000 };
    const later = form === "full" ? await untilAccounted(next, 3 * INTERVAL_S * 1000) : null;
    return [
      within("run again by another after", retriedMs, 2 * INTERVAL_S * 1000),
      none("slots lost", count - afterMs.length, count),
      told("of them with a result, and written down as not run", `${seen.results} and ${seen.notRun}`),
      ...(later ? [none("monitors without a check at their next slot", count - later.seen.results, count)] : []),
      none("workers that ended", [first, second].filter(({ process }) => process.exitCode !== null).length, 2),
      none("monitors said to be down", await countDowns()),
      ...(third ? [told("the second one stood still for another", `${stillMs / 2_000} s`)] : []),
    ];
  },
};

function pidOf({ process }: SpawnedWorker): number {
  return process.pid!;
}
