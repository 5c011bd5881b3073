import { good } from "#testing/server/dialogues/good.ts";
import { hold, type Dialogue } from "#testing/server/steps.ts";
import { untilSo } from "#testing/until.ts";
import { countDowns, untilAccounted } from "../accounted.ts";
import { makeCrowd } from "../crowd.ts";
import { exactly, none, told, within } from "../figure.ts";
import { whoChecks } from "../open-files.ts";
import { EITHER_QUEUE, type Row } from "../row.ts";

const INTERVAL_S = 60;
const slowly: Dialogue = [(player) => player.wait(3_000), ...good];

/** F02: a worker is asked to stop in the middle of its checks, half of which end soon and half of which do not. */
export const stoppedInOrder: Row = {
  id: "F02",
  what: "a worker is asked to stop (SIGTERM) during its checks: half of them end within 3 s, half would last for their whole time limit",
  queues: EITHER_QUEUE,
  testedWith: "redis",
  async run(scene, form) {
    const count = form === "full" ? 200 : 20;
    let clients = 0;
    const server = await scene.play(
      () => {
        clients += 1;
        if (clients > count) return good;
        return clients % 2 === 0 ? slowly : [hold];
      },
      { host: "0.0.0.0" },
    );
    const workers = [await scene.startWorker(), await scene.startWorker()];
    const crowd = await makeCrowd(scene.team, { count, port: server.port, policy: { intervalS: INTERVAL_S } });
    await untilSo(
      () => clients,
      (seen) => seen >= count,
      45_000,
    );

    const from = Date.now();
    const { busy: asked } = whoChecks(workers);
    const code = await asked.end("SIGTERM");
    const tookMs = Date.now() - from;
    const { afterMs, seen } = await untilAccounted(crowd, 2 * INTERVAL_S * 1000);
    return [
      exactly("its exit code", Number(code), 0),
      within("it had ended after", tookMs, 35_000),
      none("slots lost", count - afterMs.length, count),
      told("of them with a result, and written down as not run", `${seen.results} and ${seen.notRun}`),
      within("the last of them, by the other worker, after", tookMs + afterMs.at(-1)!, 2 * INTERVAL_S * 1000),
      none("monitors said to be down", await countDowns()),
    ];
  },
};
