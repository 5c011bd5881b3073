import { setTimeout as sleep } from "node:timers/promises";
import { good } from "#testing/server/dialogues/good.ts";
import { untilSo } from "#testing/until.ts";
import { countDowns, untilAccounted } from "../accounted.ts";
import { makeCrowd } from "../crowd.ts";
import { none, told, within } from "../figure.ts";
import { freeze, thaw } from "../freeze.ts";
import { whoChecks } from "../open-files.ts";
import { untilReleased } from "../released.ts";
import { EITHER_QUEUE, type Row } from "../row.ts";

const INTERVAL_S = 60;
const TIME_LIMIT_S = 8;

/**
 * F06: a worker stands still with a window in hand, and so does the one that takes it up. The servers greet meanwhile, so that both find
 * their time limits over when they go on, and the greetings unread.
 */
export const workerStalled: Row = {
  id: "F06",
  what: "a worker stands still (SIGSTOP, which from outside is a blocked event loop) in the middle of a window, and so does the one that takes it up; both go on",
  queues: EITHER_QUEUE,
  testedWith: "redis",
  async run(scene, form) {
    const stillMs = form === "full" ? 40_000 : 9_000;
    const count = form === "full" ? 50 : 10;
    const silence = new AbortController();
    const server = await scene.play([untilReleased(silence.signal), ...good], { host: "0.0.0.0" });
    const workers = [await scene.startWorker(), await scene.startWorker()];
    const policy = { intervalS: INTERVAL_S, timeLimitS: TIME_LIMIT_S };
    const crowd = await makeCrowd(scene.team, { count, port: server.port, policy });
    const connected = (all: number) =>
      untilSo(
        () => server.received().length,
        (clients) => clients >= all,
        60_000,
      );

    await connected(count);
    const { busy: first, others } = whoChecks(workers);
    const second = others[0]!;
    const firstAt = standStill(first.process.pid!);
    await connected(2 * count);
    const retriedMs = Date.now() - firstAt;
    const secondAt = standStill(second.process.pid!);
    silence.abort();
    await sleep(Math.max(0, firstAt + stillMs - Date.now()));
    thaw(first.process.pid!);
    await sleep(Math.max(0, secondAt + stillMs - Date.now()));
    thaw(second.process.pid!);

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
    ];
  },
};

function standStill(pid: number): number {
  freeze(pid);
  return Date.now();
}
