import { setTimeout as sleep } from "node:timers/promises";
import { prisma } from "#db/client.ts";
import { notify } from "#db/notify.ts";
import { pool } from "#db/pool.ts";
import { untilSo } from "#testing/until.ts";
import { countDowns } from "../accounted.ts";
import { inSeconds, none, told, within, type Figure } from "../figure.ts";
import { freeze, thaw } from "../freeze.ts";
import { EITHER_QUEUE, type Form, type Row } from "../row.ts";
import type { Scene } from "../scene.ts";
import { lastLateAfter, watchMany, type Watched } from "../watched.ts";

const BACK_WITHIN_MS = 30_000;
/** A start is mostly CPU, of which a busy machine has little. */
const STARTED_WITHIN_MS = 120_000;
const AWAY_AT_START_MS = 4_000;
/** C07 */
const LATE_MS = 2_000;

type Absence = { name: string; happen: (scene: Scene) => Promise<unknown> };

const outage = (seconds: number): Absence => ({
  name: `${seconds} s away`,
  async happen({ postgres }) {
    await postgres.stop();
    await sleep(seconds * 1000);
    await postgres.start();
  },
});
const standstill = (seconds: number): Absence => ({
  name: `${seconds} s frozen`,
  async happen({ postgres }) {
    freeze(postgres.pid());
    await sleep(seconds * 1000);
    thaw(postgres.pid());
  },
});
const ABSENCES: Record<Form, Absence[]> = {
  short: [outage(3)],
  full: [outage(0), outage(60), standstill(20)],
};

/** A start takes a second or two. */
const GOES_AFTER_MS: Record<Form, number[]> = {
  short: [1_200],
  full: [0, 600, 800, 1_000, 1_200, 1_400, 1_600, 1_800, 2_000, 2_500],
};

/** F04: the database restarts, is away, stands still; only its LISTEN connections are cut. */
export const postgresAway: Row = {
  id: "F04",
  what: "PostgreSQL restarts, is away for 60 s, stands still for 20 s (SIGSTOP); the LISTEN connections alone are cut (pg_terminate_backend)",
  queues: EITHER_QUEUE,
  testedWith: null, // worker/database-restart.db.test.ts
  async run(scene, form) {
    const watched = await watchMany(scene, { count: form === "full" ? 100 : 20 });
    const workers = [await scene.startWorker(), await scene.startWorker()];
    await watched.untilAllChecked(Date.now(), 40_000);

    const figures: Figure[] = [];
    for (const absence of ABSENCES[form]) figures.push(...(await afterAbsence(scene, watched, absence)));
    figures.push(...(await afterListenCut(watched)));
    for (const goesAfterMs of GOES_AFTER_MS[form]) figures.push(await startedMeanwhile(scene, goesAfterMs));
    figures.push(none("workers that ended", workers.filter(({ process }) => process.exitCode !== null).length, workers.length));
    const loud = workers.flatMap((worker) => worker.log()).filter(({ level }) => level >= 40);
    figures.push(told("warnings in the logs, of all of it", String(loud.length)));
    const errors = loud.filter(({ level }) => level >= 50);
    figures.push(none("errors in the logs", errors.length));
    if (errors.length > 0) figures.push(told("the first of them", `${errors[0]!.msg}: ${errors[0]!.err?.message}`));
    figures.push(none("monitors said to be down", await countDowns()));
    return figures;
  },
};

async function afterAbsence(scene: Scene, watched: Watched, { name, happen }: Absence): Promise<Figure[]> {
  const goneAt = Date.now();
  await happen(scene);
  const backAt = Date.now();
  const allMs = await watched.untilAllChecked(backAt, 60_000);
  await sleep(2_500); // what the database was away for is written by now
  const { lost, recorded, slots } = await watched.compare(goneAt - 10_000);
  return [
    none(`${name}: results lost`, lost),
    within(`${name}: each monitor was checked again after`, allMs, BACK_WITHIN_MS),
    within(
      `${name}: the last check that began late (over ${inSeconds(LATE_MS)}) was after`,
      await lastLateAfter(backAt, LATE_MS),
      BACK_WITHIN_MS,
    ),
    told(`${name}: slots with a result, from 10 s before to the end`, `${recorded} of ${slots}`),
  ];
}

/** A worker that starts while the database goes away, or is away already, waits for it. */
async function startedMeanwhile(scene: Scene, goesAfterMs: number): Promise<Figure> {
  const starting = scene.startWorker();
  await sleep(goesAfterMs);
  await scene.postgres.stop();
  await sleep(AWAY_AT_START_MS);
  await scene.postgres.start();
  const from = Date.now();
  const worker = await starting;
  const afterMs = Date.now() - from;
  await worker.end("SIGKILL"); // ten of them would take every connection there is
  const when = goesAfterMs === 0 ? "away already" : `gone ${inSeconds(goesAfterMs)} after its start`;
  return within(`a worker started, the database ${when}: it runs after`, afterMs, STARTED_WITHIN_MS);
}

/** Word of a request that is written in the gap is lost, and the sweep finds it; word of one after the gap is heard. */
async function afterListenCut(watched: Watched): Promise<Figure[]> {
  const { rowCount: cut } = await pool.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'ehlowatch listen'",
  );
  const inGapMs = await answerTo(watched.monitorIds[0]!);
  await sleep(2_000);
  const afterMs = await answerTo(watched.monitorIds[1]!);
  return [
    within(`${cut} LISTEN connections cut: a check asked for in the gap is recorded after`, inGapMs, 6_000),
    within("and one asked for 2 s later", afterMs, 3_000),
  ];
}

/** Asks for a check as the web does, and waits for its result. */
async function answerTo(monitorId: number): Promise<number> {
  const from = Date.now();
  const before = await prisma.result.count({ where: { monitorId } });
  const { id } = await prisma.checkRequest.create({ data: { monitorId } });
  await notify("check_requested", String(id));
  const count = () => prisma.result.count({ where: { monitorId } });
  await untilSo(count, (results) => results > before, 20_000);
  return Date.now() - from;
}
