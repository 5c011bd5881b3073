import { expect } from "vitest";
import { HOUR, locations, MINUTE, scene, SECOND } from "../scenes.ts";
import { simulate } from "../simulate.ts";
import type { Outage, World } from "../world.ts";
import { playReal, type Play, type Played } from "./play-real.ts";
import type { VirtualTime } from "./virtual-time.ts";

const MONITORS = 8;
const FOR_MS = 40 * MINUTE;
const KINDS = ["refuses", "turnsAway", "silent"] as const;

/** Outages of every kind, and blinks of 8 s that one check or two may meet. */
function outagesOf(monitorId: number, start: number): Outage[] {
  const from = start + 5 * MINUTE + monitorId * 37 * SECOND;
  const long: Outage = { from, to: from + 4 * MINUTE + monitorId * 11 * SECOND, kind: KINDS[monitorId % 3]! };
  const blinks = Array.from({ length: 10 }, (_, n): Outage => {
    const blinkAt = start + 15 * MINUTE + n * 2 * MINUTE + monitorId * 7 * SECOND;
    return { from: blinkAt, to: blinkAt + 8 * SECOND, kind: "refuses" };
  });
  return [long, ...blinks];
}

/**
 * Plays the same world with the real worker and with the simulation, and expects the same changes of health, to the second. `disturb` is
 * what is done to the real one at minutes of its time.
 */
export async function expectSameAsSimulated(
  places: readonly string[],
  { wallAheadMs, disturb = {} }: Pick<Play, "wallAheadMs"> & { disturb?: Record<number, (time: VirtualTime) => void> } = {},
): Promise<Played> {
  const start = Math.floor(Date.now() / HOUR) * HOUR + 24 * HOUR;
  const outages = new Map(Array.from({ length: MONITORS }, (_, at) => [at + 1, outagesOf(at + 1, start)]));
  const world: World = { outagesOf: (monitorId) => outages.get(monitorId)!, losesOneIn: 0 };
  const played = await playReal(process.env.DATABASE_URL!, {
    from: start,
    monitors: MONITORS,
    places,
    world,
    ...(wallAheadMs !== undefined && { wallAheadMs }),
    during: async (time) => {
      for (const [minute, act] of Object.entries(disturb)) {
        await time.passUntil(start + Number(minute) * MINUTE);
        act(time);
      }
      await time.passUntil(start + FOR_MS);
    },
  });
  expect(played.errors).toEqual([]);

  const simulated = simulate(
    scene({ from: start + 10 * SECOND, to: start + FOR_MS, monitors: MONITORS, locations: locations(places.length), world }),
  );
  const changes = simulated.watched.flatMap(({ monitorId, transitions }) =>
    transitions.map(({ at, from, to, reason }) => ({ monitorId, at, from, to, reason })),
  );
  expect(toTheSecond(played.changes)).toEqual(toTheSecond(changes));
  return played;
}

function toTheSecond(changes: Played["changes"]): Played["changes"] {
  return changes.map((each) => ({ ...each, at: Math.floor(each.at / SECOND) }));
}
