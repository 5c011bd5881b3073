import { hoursIn } from "../time/local-hours.ts";
import { instantOnWall, readLocalTime } from "../time/local-time.ts";
import { turnAt, turnBegins } from "./on-call-turn.ts";
import { onCallAt, type OnCallSchedule, type Rotation } from "./on-call.ts";

/** One contact's time on call, [from, to) in epoch milliseconds; a gap, with nobody on call, where the contact is null. */
export type Shift = { contactId: number | null; from: number; to: number };

/** Who is on call from one instant to another (epoch milliseconds), in order and without a hole, the gaps among them. */
export function shiftsBetween(schedule: OnCallSchedule, from: number, to: number): Shift[] {
  const edges = [
    ...schedule.overrides.flatMap((each) => [each.from, each.to]),
    ...schedule.rotations.flatMap((rotation) => edgesOf(rotation, schedule.timeZone, from, to)),
  ].filter((edge) => edge > from && edge < to);
  const starts = [...new Set([from, ...edges])].toSorted((a, b) => a - b);
  const shifts: Shift[] = [];
  for (const [index, start] of starts.entries()) {
    const end = starts[index + 1] ?? to;
    const contactId = onCallAt(schedule, start);
    const last = shifts.at(-1);
    if (last && last.contactId === contactId) last.to = end;
    else if (end > start) shifts.push({ contactId, from: start, to: end });
  }
  return shifts;
}

/** The instants at which somebody may change in a rotation. */
function edgesOf(rotation: Rotation, timeZone: string, from: number, to: number): number[] {
  const begins = turnBegins(rotation, timeZone, 0);
  const ends = rotation.endsAt === null ? Infinity : instantOnWall(readLocalTime(rotation.endsAt), timeZone);
  const [first, last] = [Math.max(from, begins), Math.min(to, ends)];
  if (first >= last) return [];
  const edges = [first, last, ...hoursIn(rotation.within, timeZone, from, to).flatMap((each) => [each.from, each.to])];
  let turn = turnAt(rotation, timeZone, first) ?? 0;
  for (let at = first; at < last; at = turnBegins(rotation, timeZone, ++turn)) edges.push(at);
  return edges;
}
