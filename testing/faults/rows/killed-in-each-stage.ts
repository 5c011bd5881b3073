import { setTimeout as sleep } from "node:timers/promises";
import { countDowns, untilAccounted } from "../accounted.ts";
import { makeCrowd, type Crowd } from "../crowd.ts";
import { inSeconds, none, percentile, told, within, type Figure } from "../figure.ts";
import { HELD_STAGES, holdIn, type HeldStage } from "../held-servers.ts";
import { whoChecks } from "../open-files.ts";
import { EITHER_QUEUE, type Row } from "../row.ts";
import type { Scene } from "../scene.ts";

const INTERVAL_S = 60;
const A_MOMENT_MS = 500;

/** F01: a worker is killed while checks are in each stage of the dialogue; another one is there to take over. */
export const killedInEachStage: Row = {
  id: "F01",
  what: `a worker is killed (SIGKILL) while its checks are in ${HELD_STAGES.join(", ")}`,
  queues: EITHER_QUEUE,
  testedWith: "postgresql",
  async run(scene, form) {
    const rounds: Round[] = [];
    if (form === "short") rounds.push(await kill(scene, HELD_STAGES, 3));
    else for (const stage of HELD_STAGES) rounds.push(await kill(scene, [stage], 50));
    return figures(rounds);
  },
};

type Round = { slots: number; results: number; notRun: number; afterMs: number[]; downs: number };

async function kill(scene: Scene, stages: readonly HeldStage[], count: number): Promise<Round> {
  const servers = await Promise.all(stages.map(holdIn));
  for (const server of servers) scene.atEnd(() => server.close());
  const env = Object.assign({}, ...servers.map((server) => server.env)) as Record<string, string>;
  const workers = [await scene.startWorker(env), await scene.startWorker(env)];

  const crowds: Crowd[] = [];
  for (const server of servers) crowds.push(await makeCrowd(scene.team, { ...server, count, policy: { intervalS: INTERVAL_S } }));
  const crowd = { monitorIds: crowds.flatMap(({ monitorIds }) => monitorIds), hosts: [], slotAt: crowds[0]!.slotAt };
  await sleep(Math.max(0, crowd.slotAt + A_MOMENT_MS - Date.now())); // who connects is not seen by those that throw away the SYN
  await Promise.all(servers.map((server) => server.untilHeld(count)));

  const { busy, others } = whoChecks(workers);
  await busy.end("SIGKILL");
  await Promise.all(servers.map((server) => server.release()));
  const { afterMs, seen } = await untilAccounted(crowd, 2 * INTERVAL_S * 1000);
  const downs = await countDowns(crowd.monitorIds); // those of an earlier round may be due again, where nobody answers for them any more
  for (const other of others) await other.end("SIGKILL");
  return { slots: crowd.monitorIds.length, ...seen, afterMs, downs };
}

function figures(rounds: Round[]): Figure[] {
  const sum = (of: (round: Round) => number) => rounds.reduce((total, round) => total + of(round), 0);
  const slots = sum((round) => round.slots);
  const afterMs = rounds.flatMap((round) => round.afterMs);
  return [
    none("slots lost", slots - afterMs.length, slots),
    told("of them run again, and written down as not run", `${sum(({ results }) => results)} and ${sum(({ notRun }) => notRun)}`),
    none(
      "monitors said to be down",
      sum(({ downs }) => downs),
    ),
    within("recovered, p99", percentile(afterMs, 0.99), 2 * INTERVAL_S * 1000),
    told("recovered, median", inSeconds(percentile(afterMs, 0.5))),
  ];
}
