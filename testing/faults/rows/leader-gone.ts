import { setTimeout as sleep } from "node:timers/promises";
import { prisma } from "#db/client.ts";
import { pool } from "#db/pool.ts";
import { beatLeader } from "#db/schedule/beat-leader.ts";
import { moveCursor } from "#db/schedule/move-cursor.ts";
import { recordWindows } from "#db/schedule/record-windows.ts";
import type { SpawnedWorker } from "#testing/spawn-worker.ts";
import { untilSo } from "#testing/until.ts";
import { exactly, none, within, type Figure } from "../figure.ts";
import { freeze, thaw } from "../freeze.ts";
import { EITHER_QUEUE, type Row } from "../row.ts";
import { readLead } from "../schedule.ts";
import { watchMany } from "../watched.ts";

const TAKEN_OVER_WITHIN_MS = 15_000;
const WATCHED_AFTER_MS = 4_000;

/** F03: the leader is killed, and the next one stands still, holding its lock; thawed, it has nothing more to say. */
export const leaderGone: Row = {
  id: "F03",
  what: "the leader is killed (SIGKILL); the next one is frozen (SIGSTOP) and thawed again when another leads",
  queues: EITHER_QUEUE,
  testedWith: "postgresql",
  async run(scene, form) {
    const times = form === "full" ? 5 : 1;
    const watched = form === "full" ? await watchMany(scene, { count: 20 }) : null;
    const startedAt = Date.now();
    const workers = [await scene.startWorker(), await scene.startWorker()];
    const killed: number[] = [];
    const frozen: number[] = [];
    let refused = 0;
    let tried = 0;

    for (let time = 0; time < times; time += 1) {
      const first = await leading(workers);
      await first.worker.end("SIGKILL");
      killed.push(await untilTakenOver(first.epoch));
      workers.splice(workers.indexOf(first.worker), 1, await scene.startWorker());

      const second = await leading(workers);
      freeze(second.worker.process.pid!);
      frozen.push(await untilTakenOver(second.epoch));
      const { epoch } = await readLead();
      thaw(second.worker.process.pid!);
      await sleep(WATCHED_AFTER_MS);
      const writes = await writeUnder(second.epoch);
      tried += writes.length;
      refused += writes.filter((isTaken) => !isTaken).length;
      const after = await readLead();
      if (after.epoch !== epoch) throw new Error(`The thawed leader took the lead back: epoch ${epoch}, then ${after.epoch}.`);
    }

    await watched?.untilAllChecked(Date.now(), 30_000);
    const missed = await prisma.window.count({ where: { state: "missed", windowAt: { gt: new Date(startedAt) } } });
    return [
      within("killed: another leads after", Math.max(...killed), TAKEN_OVER_WITHIN_MS),
      within("frozen: another leads after", Math.max(...frozen), TAKEN_OVER_WITHIN_MS),
      exactly("writes under the older epoch that are refused", refused, tried),
      none("windows that nobody ran", missed),
    ] satisfies Figure[];
  },
};

/** Who leads now, by the process id in its name. */
async function leading(workers: SpawnedWorker[]): Promise<{ worker: SpawnedWorker; epoch: number }> {
  const found = async () => {
    const { leader, epoch, beatAgeMs } = await readLead();
    const worker = workers.find(({ process }) => leader?.includes(`-${process.pid}-`));
    return worker && beatAgeMs !== null && beatAgeMs < 2_000 ? { worker, epoch } : null;
  };
  return (await untilSo(found, (seen) => seen !== null, 20_000))!;
}

async function untilTakenOver(epoch: number): Promise<number> {
  const from = Date.now();
  await untilSo(readLead, (lead) => lead.epoch > epoch, 60_000);
  return Date.now() - from;
}

/** Tries everything that a leader of an older epoch may not do any more. Whether each was taken. */
async function writeUnder(epoch: number): Promise<boolean[]> {
  const client = await pool.connect();
  try {
    const farS = 10 * Math.ceil(Date.now() / 10_000) + 86_400;
    const windows = await recordWindows(client, epoch, farS);
    return [await beatLeader(client, epoch), await moveCursor(client, epoch, farS), windows !== null];
  } finally {
    client.release();
  }
}
