import { WINDOW_S, windowOf } from "#core/schedule/schedule.ts";
import type { LeftOut } from "./left-out.ts";
import { stretchAt, type Stretch } from "./stretch.ts";
import type { SimulatedLocation } from "./world.ts";

/** Which locations there are, and what the product knows of them at an instant (epoch milliseconds). */
export type Fleet = {
  locations: readonly SimulatedLocation[];
  /** The location a slot is run from, in seconds; null where nobody is known to work. */
  turnOf(slotS: number, intervalS: number): SimulatedLocation | null;
  /** The ids of the locations that are taken for healthy. */
  placesAt(at: number): readonly number[];
  /** When a location works that is to begin something at an instant: then or later; null where it never does in time. */
  worksFrom(location: SimulatedLocation, at: number, slotAt: number): number | null;
  /** When what a location has to write can be written, at an instant or later. */
  writesFrom(location: SimulatedLocation, at: number): number;
  /** Whether any worker works and reaches the database, to lead and to notice silence. */
  isLedAt(at: number): boolean;
};

/** A worker that was not heard of for so long is taken for dead (db/worker/read-liveness.ts). */
const ALIVE_MS = 30_000;
/** Windows are queued this long ahead, and run this long after they closed at most (worker/lead.ts). */
const AHEAD_MS = 5_000;
const LATE_MS = 30_000;
const NEVER: readonly Stretch[] = [];

export function createFleet(locations: readonly SimulatedLocation[], leftOut: LeftOut): Fleet {
  const all = locations.map(({ id }) => id);
  const isSteady = locations.every(
    ({ off = NEVER, split = NEVER, noticesCuts }) => off.length + split.length === 0 && !noticesCuts,
  );
  const isFull = () => isSteady && leftOut.firstAt.size === 0;
  const isHealthy = (location: SimulatedLocation, at: number) => isHeard(location, at) && !isCutOff(location, at);
  const isCutOff = ({ id, cut = NEVER, noticesCuts }: SimulatedLocation, at: number) =>
    leftOut.isLeftOut(id, at) || (noticesCuts === true && stretchAt(cut, at) !== null);
  const turns = { windowS: Number.NaN, places: [] as SimulatedLocation[] };

  return {
    locations,
    turnOf(slotS, intervalS) {
      const windowS = windowOf(slotS);
      if (windowS !== turns.windowS) {
        turns.windowS = windowS;
        const queuedAt = windowS * 1000 - AHEAD_MS;
        const heard = locations.filter((location) => isHeard(location, queuedAt));
        const healthy = heard.filter((location) => !isCutOff(location, queuedAt));
        turns.places = healthy.length > 0 ? healthy : heard;
      }
      const { places } = turns;
      return places.length === 0 ? null : places[Math.floor(slotS / intervalS) % places.length]!;
    },
    placesAt(at) {
      return isFull() ? all : locations.filter((location) => isHealthy(location, at)).map(({ id }) => id);
    },
    worksFrom({ off = NEVER }, at, slotAt) {
      const away = stretchAt(off, at);
      if (away === null) return at;
      const closedAt = (windowOf(slotAt / 1000) + WINDOW_S) * 1000;
      return away.to <= closedAt + LATE_MS ? away.to : null;
    },
    writesFrom({ split = NEVER }, at) {
      return stretchAt(split, at)?.to ?? at;
    },
    isLedAt: (at) => isSteady || locations.some((location) => !isAway(location, at)),
  };
}

function isAway({ off = NEVER, split = NEVER }: SimulatedLocation, at: number): boolean {
  return stretchAt(off, at) !== null || stretchAt(split, at) !== null;
}

/** It beat within the last seconds: it was not away all of them. */
function isHeard({ off = NEVER, split = NEVER }: SimulatedLocation, at: number): boolean {
  return ![off, split].some((away) => {
    const stretch = stretchAt(away, at);
    return stretch !== null && stretch.from <= at - ALIVE_MS;
  });
}
