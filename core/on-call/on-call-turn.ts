import { DAY_MS, instantOnWall, readLocalTime, wallTime } from "../time/local-time.ts";
import type { Rotation } from "./on-call.ts";

const UNIT_MS = { hours: 3_600_000, days: DAY_MS, weeks: 7 * DAY_MS };

/**
 * The instant (epoch milliseconds) at which a turn begins, the first being 0. Turns are counted on the wall: who takes over at nine does so
 * at nine all year, and the night the clocks change is an hour shorter or longer for whoever has it.
 */
export function turnBegins({ startsAt, every }: Rotation, timeZone: string, turn: number): number {
  return instantOnWall(readLocalTime(startsAt) + turn * every.count * UNIT_MS[every.unit], timeZone);
}

/** Which turn of a rotation an instant (epoch milliseconds) lies in; null before the first and after the last. */
export function turnAt(rotation: Rotation, timeZone: string, at: number): number | null {
  if (rotation.endsAt !== null && at >= instantOnWall(readLocalTime(rotation.endsAt), timeZone)) return null;
  const { startsAt, every } = rotation;
  let turn = Math.floor((wallTime(at, timeZone) - readLocalTime(startsAt)) / (every.count * UNIT_MS[every.unit]));
  // In the hour that comes twice, and where one is left out, the wall and the turns are not in step.
  while (turnBegins(rotation, timeZone, turn) > at) turn -= 1;
  while (turnBegins(rotation, timeZone, turn + 1) <= at) turn += 1;
  return turn < 0 ? null : turn;
}
