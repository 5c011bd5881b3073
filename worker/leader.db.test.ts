import { afterEach, beforeEach, expect, test } from "vitest";
import { prisma } from "#db/client.ts";
import { ensureLocation } from "#db/location/ensure-location.ts";
import { pool } from "#db/pool.ts";
import { beatWorker } from "#db/worker/beat-worker.ts";
import { keptLog } from "#testing/kept-log.ts";
import { untilSo } from "#testing/until.ts";
import { makeWorkerState } from "#testing/worker-state.ts";
import type { QueueWindows } from "./lead.ts";
import { startLeader } from "./leader.ts";
import { watchOutage } from "./outage.ts";

const { log, lines } = keptLog();
let running: { stop(): Promise<void> }[];
let duties: string[];

beforeEach(async () => {
  running = [];
  duties = [];
  await beatWorker("worker", await ensureLocation("local"), makeWorkerState());
});
afterEach(() => Promise.all(running.map((leader) => leader.stop())));

function start(workerId: string, queueWindows: QueueWindows = async () => undefined) {
  const leader = startLeader({
    workerId,
    queueWindows,
    duties: async (_leadership, signal) => {
      duties.push(`${workerId} begins`);
      signal.addEventListener("abort", () => duties.push(`${workerId} ends`));
    },
    outage: watchOutage(log, "the database"),
    log,
  });
  running.push(leader);
  return leader;
}

const schedule = () => prisma.schedule.findUniqueOrThrow({ where: { id: 1 } });
const leads = (workerId: string) => untilSo(schedule, ({ leader }) => leader === workerId, 5_000);
/** The session that holds the lock, which is the only one that can lead. */
const cutOffTheLeader = () =>
  pool.query(
    `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted
     and database = (select oid from pg_database where datname = current_database())`,
  );

test("of two workers one leads, and the other when the first one stops", async () => {
  const first = start("a");
  await leads("a");
  start("b");
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect((await schedule()).leader).toBe("a");
  await first.stop();
  await leads("b");
  expect(duties).toEqual(["a begins", "a ends", "b begins"]);
});

test("a leader that is cut off from the database stops leading, and somebody leads again within seconds", async () => {
  start("a");
  const { epoch } = await leads("a");
  await cutOffTheLeader();
  const again = await untilSo(schedule, (row) => row.epoch > epoch, 5_000);
  expect(again.leader).toBe("a");
  expect(duties).toEqual(["a begins", "a ends", "a begins"]);
  expect(lines.filter(({ msg }) => msg === "the database does not answer")).toHaveLength(1);
});

test("a leader that is killed is followed by the next one within 5 s, who keeps the schedule going", async () => {
  start("a");
  const before = await leads("a");
  start("b");
  await cutOffTheLeader();
  const taken = await untilSo(schedule, ({ epoch }) => epoch > before.epoch, 5_000);
  await untilSo(schedule, ({ epoch, beatAt }) => epoch === taken.epoch && beatAt! > taken.beatAt!, 3_000);
});

test(
  "a leader that stands still loses the lead, though its connection lives, and does not take it back",
  { timeout: 45_000 },
  async () => {
    let goOn: (() => void) | undefined;
    const still = new Promise<void>((resolve) => (goOn = resolve));
    const stands = new Promise<void>((resolve) => start("a", () => (resolve(), still)));
    await stands; // when a window opens soon, which may be one second from now or ten
    start("b");
    const taken = await untilSo(schedule, ({ leader }) => leader === "b", 15_000);
    goOn?.();
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(await schedule()).toMatchObject({ leader: "b", epoch: taken.epoch });
  },
);
