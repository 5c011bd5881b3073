import { phaseOf } from "#core/schedule/schedule.ts";
import { pool } from "#db/pool.ts";
import type { Channel } from "#prisma/generated/client.ts";
import { makeMonitor } from "#testing/makers.ts";
import { good } from "#testing/server/dialogues/good.ts";
import type { Dialogue } from "#testing/server/steps.ts";
import { untilSo } from "#testing/until.ts";
import { loopbackAddress } from "./crowd.ts";
import type { Scene } from "./scene.ts";

/** Monitors whose slots are spread over the interval, and the server they all watch, which knows when each was there. */
export type Watched = {
  monitorIds: number[];
  port: number;
  /** Waits until each has a result of a slot after an instant (epoch ms), and returns how many ms after it that was. */
  untilAllChecked(since: number, withinMs: number): Promise<number>;
  /** Holds what the server saw since an instant against what is recorded. */
  compare(since: number): Promise<Comparison>;
};

/** Slots the server was visited at and that have no result; visits beyond one for a slot; slots with a result; slots there were. */
export type Comparison = { lost: number; doubled: number; recorded: number; slots: number };

type Wishes = { count: number; intervalS?: number; dialogue?: () => Dialogue; channel?: Channel };

/** A check that began this shortly ago may not be over. */
const IN_HAND_MS = 2_000;

export async function watchMany(scene: Scene, { count, intervalS = 10, dialogue = () => good, channel }: Wishes): Promise<Watched> {
  const visitedAt: number[] = [];
  const server = await scene.play(
    () => {
      visitedAt.push(Date.now());
      return dialogue();
    },
    { host: "0.0.0.0" },
  );
  const idOf = new Map<string, number>();
  for (let index = 0; index < count; index += 1) {
    const host = loopbackAddress(index);
    const target = { host, port: server.port, ehloName: "probe.example" };
    const policy = { intervalS, confirmations: 0 };
    const { id } = await makeMonitor(scene.team, { target, policy, channels: channel && [channel] });
    idOf.set(host, id);
  }
  const monitorIds = [...idOf.values()];

  const slotBefore = (monitorId: number, at: number) => {
    const second = Math.floor(at / 1000);
    const since = (second - phaseOf(monitorId, intervalS)) % intervalS;
    return (second - since) * 1000;
  };
  const visits = (since: number, until: number) => {
    const hosts = server.reached();
    return visitedAt.flatMap((at, index) => {
      const monitorId = idOf.get(hosts[index]!)!;
      return at >= since && at < until ? [`${monitorId} ${slotBefore(monitorId, at)}`] : [];
    });
  };
  const recordedSince = async (since: number, until: number) => {
    const { rows } = await pool.query<{ monitorId: number; slotAt: Date }>(
      `select monitor_id as "monitorId", slot_at as "slotAt" from result where monitor_id = any($1) and slot_at >= $2 and slot_at < $3`,
      [monitorIds, new Date(since), new Date(Math.min(until, 8e15))],
    );
    return rows.map(({ monitorId, slotAt }) => `${monitorId} ${slotAt.getTime()}`);
  };

  return {
    monitorIds,
    port: server.port,
    async untilAllChecked(since, withinMs) {
      const checked = async () => new Set((await recordedSince(since + 1, Infinity)).map((each) => each.split(" ")[0])).size;
      await untilSo(checked, (seen) => seen === count, withinMs);
      return Date.now() - since;
    },
    async compare(since) {
      const until = Date.now() - IN_HAND_MS;
      const seen = visits(since, until);
      const recorded = new Set(await recordedSince(since - intervalS * 1000, Date.now()));
      const unique = new Set(seen);
      return {
        lost: [...unique].filter((each) => !recorded.has(each)).length,
        doubled: seen.length - unique.size,
        recorded: (await recordedSince(since, until)).length,
        slots: monitorIds.reduce((sum, id) => sum + (slotBefore(id, until) - slotBefore(id, since)) / intervalS / 1000, 0),
      };
    },
  };
}

/** How long after an instant (epoch ms) the last check began that was later than this, in ms; 0 where none was. */
export async function lastLateAfter(since: number, lateMs: number): Promise<number> {
  const { rows } = await pool.query<{ at: Date | null }>(
    `select max(slot_at + late_ms * interval '1 ms') as at from result where slot_at > $1 and late_ms > $2`,
    [new Date(since), lateMs],
  );
  return rows[0]!.at === null ? 0 : rows[0]!.at.getTime() - since;
}
