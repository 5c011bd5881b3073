import { pool } from "#db/pool.ts";
import type { Team } from "#prisma/generated/client.ts";
import { startMailReceiver, type MailReceiver } from "#testing/mail-receiver.ts";
import { makeTeam } from "#testing/makers.ts";
import { play, type PlayedServer } from "#testing/server/play.ts";
import { spawnWorker, type SpawnedWorker } from "#testing/spawn-worker.ts";
import type { Ground } from "./ground.ts";
import { layWire, type Wire } from "./wire.ts";

/** What carries the jobs. */
export type QueueKind = "postgresql" | "redis";

/** What one row has started; all of it ends with the row. */
export type Scene = Ground & {
  queue: QueueKind;
  team: Team;
  startWorker(...args: Parameters<typeof spawnWorker>): Promise<SpawnedWorker>;
  play(...args: Parameters<typeof play>): Promise<PlayedServer>;
  receiveMail(...args: Parameters<typeof startMailReceiver>): Promise<MailReceiver>;
  layWire(...args: Parameters<typeof layWire>): Promise<Wire>;
  /** Does this when the row is over, before what was asked for earlier. */
  atEnd(end: () => unknown): void;
};

/** Plays a row on empty ground, and clears up after it whatever happens. */
export async function onScene<T>(ground: Ground, queue: QueueKind, act: (scene: Scene) => Promise<T>): Promise<T> {
  await clear(ground);
  const queueEnv: Record<string, string> = queue === "redis" ? { REDIS_URL: ground.redis!.url } : {};
  const ends: (() => unknown)[] = [];
  const atEnd = (end: () => unknown) => void ends.unshift(end);
  const scene: Scene = {
    ...ground,
    queue,
    team: await makeTeam(),
    atEnd,
    async startWorker(env, under) {
      const worker = await spawnWorker({ ...queueEnv, ...env }, under);
      atEnd(() => worker.end("SIGKILL"));
      return worker;
    },
    async play(...args) {
      const server = await play(...args);
      atEnd(() => server.close());
      return server;
    },
    async receiveMail(...args) {
      const receiver = await startMailReceiver(...args);
      atEnd(() => receiver.stop());
      return receiver;
    },
    async layWire(...args) {
      const wire = await layWire(...args);
      atEnd(() => wire.close());
      return wire;
    },
  };
  try {
    return await act(scene);
  } finally {
    for (const end of ends) await end();
  }
}

async function clear({ redis }: Ground): Promise<void> {
  await redis?.ask("FLUSHALL");
  await pool.query("drop schema if exists bullmq cascade");
  await pool.query("delete from team");
  await pool.query("truncate result, schedule_window, worker, address_turn, address_pace, mailbox_message");
  await pool.query("update schedule set cursor_at = null, beat_at = null, leader = null where id = 1");
}
