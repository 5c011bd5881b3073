import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { phaseOf, targetHash } from "#core/schedule/schedule.ts";
import { startOwnPostgres, type OwnPostgres } from "#testing/own-postgres.ts";
import { good } from "#testing/server/dialogues/good.ts";
import { play, type PlayedServer } from "#testing/server/play.ts";
import { spawnWorker, type SpawnedWorker } from "#testing/spawn-worker.ts";
import { untilSo } from "#testing/until.ts";

const MONITORS = 100;
const INTERVAL_S = 10;
const BACK_WITHIN_MS = 30_000;

let postgres: OwnPostgres;
let server: PlayedServer;
let workers: SpawnedWorker[];

beforeAll(async () => {
  postgres = await startOwnPostgres();
  server = await play(good);
  await query(
    `with team as (insert into team (name) values ('Team') returning id),
     monitor as (
       insert into monitor (team_id, name, kind, target, target_hash, interval_s, time_limit_s, confirmations)
       select team.id, 'Monitor ' || number, 'smtp', $1, $2, $3, 10, 2 from team, generate_series(1, $4) as number returning id
     )
     insert into health (monitor_id) select id from monitor`,
    [
      { kind: "smtp", host: "127.0.0.1", port: server.port, tls: "none", ehloName: "probe.example" },
      targetHash("127.0.0.1"),
      INTERVAL_S,
      MONITORS,
    ],
  );
  workers = await Promise.all([1, 2].map(() => spawnWorker({ DATABASE_URL: postgres.url })));
}, 60_000);

afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.end("SIGKILL")));
  await postgres.remove();
  await server.close();
});

async function query<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}

const checkedSince = async (at: number) => {
  const rows = await query<{ monitors: number }>(
    "select count(distinct monitor_id)::int as monitors from result where slot_at > $1",
    [new Date(at)],
  );
  return rows[0]!.monitors;
};

test(
  "PostgreSQL restarted under load: no worker ends, each outage is logged once, and checks go on within 30 s",
  { timeout: 180_000 },
  async () => {
    await untilSo(
      () => checkedSince(0),
      (monitors) => monitors === MONITORS,
      40_000,
    );

    for (const awayMs of [0, 8_000]) {
      await postgres.stop();
      await sleep(awayMs);
      await postgres.start();
      const backAt = Date.now();
      await untilSo(
        () => checkedSince(backAt),
        (monitors) => monitors === MONITORS,
        BACK_WITHIN_MS,
      );
    }

    for (const worker of workers) {
      expect(worker.process.exitCode).toBeNull();
      const loud = worker.log().filter(({ level }) => level >= 40);
      expect(loud.filter(({ level }) => level >= 50)).toEqual([]);
      expect(loud.length).toBeLessThanOrEqual(2 * 4);
    }
    expect(await query("select id from incident")).toEqual([]);
  },
);

test("what was checked while the database was away is written when it is back", { timeout: 60_000 }, async () => {
  const stoppedAt = Date.now();
  await postgres.stop();
  await sleep(4_000);
  await postgres.start();
  const due = Array.from({ length: MONITORS }, (_, index) => phaseOf(index + 1, INTERVAL_S)).filter((phaseS) => {
    const slotS = Math.ceil(stoppedAt / 1000 / INTERVAL_S) * INTERVAL_S - INTERVAL_S + phaseS;
    return [slotS, slotS + INTERVAL_S].some((each) => each * 1000 > stoppedAt + 500 && each * 1000 < stoppedAt + 2_500);
  });
  const written = async () => {
    const rows = await query<{ count: number }>("select count(*)::int as count from result where slot_at > $1 and slot_at < $2", [
      new Date(stoppedAt + 500),
      new Date(stoppedAt + 2_500),
    ]);
    return rows[0]!.count;
  };
  expect(await untilSo(written, (count) => count >= due.length, 20_000)).toBe(due.length);
  expect(due.length).toBeGreaterThan(0);
});
