import { firstStart, startsBetween, type Recurrence } from "./recurrence.ts";

/** When a team works on its servers: a recurrence, how long each of its occurrences lasts, and when somebody ended one by hand (epoch milliseconds). */
export type MaintenancePlan = Recurrence & { durationMin: number; endedAt: number | null };

/** A stretch of maintenance, [from, to) in epoch milliseconds. */
export type Occurrence = { from: number; to: number };

const MINUTE_MS = 60_000;
/** Occurrences that run into each other are one; after so many of them it is taken for one without an end. */
const MOST_LINKS = 60;

/** The occurrences of a plan that touch [from, to), in order and whole. Those that overlap or meet are one. */
export function occurrencesIn(plan: MaintenancePlan, from: number, to: number): Occurrence[] {
  const lengthMs = plan.durationMin * MINUTE_MS;
  const starts = startsBetween(plan, from - lengthMs, to);
  for (let links = 0; starts.length > 0 && links < MOST_LINKS; links++) {
    const earlier = startsBetween(plan, starts[0]! - lengthMs, starts[0]!);
    if (earlier.length === 0) break;
    starts.unshift(...earlier);
  }
  for (let links = 0; starts.length > 0 && links < MOST_LINKS; links++) {
    const last = starts.at(-1)!;
    const later = startsBetween(plan, Math.max(to, last + 1), last + lengthMs + 1);
    if (later.length === 0) break;
    starts.push(...later);
  }
  const whole = starts.map((start) => ({ from: start, to: endOf(plan, start) }));
  return joined(whole).filter((each) => each.to > from && each.from < to);
}

/** The maintenance that is on at an instant under any of several plans, from its first minute to its last; null where none is. */
export function maintenanceAt(plans: readonly MaintenancePlan[], at: number): Occurrence | null {
  let on: Occurrence | null = null;
  for (let links = 0; links < MOST_LINKS; links++) {
    const [from, to]: [number, number] = on === null ? [at, at + 1] : [on.from - 1, on.to + 1];
    const around = joined([...(on === null ? [] : [on]), ...plans.flatMap((plan) => occurrencesIn(plan, from, to))]);
    const next = around.find((each) => each.from <= at && at < each.to);
    if (next === undefined) return null;
    if (on !== null && next.from === on.from && next.to === on.to) return on;
    on = next;
  }
  return on;
}

/** The next maintenance under any of several plans that begins after an instant; null where none does. */
export function nextMaintenance(plans: readonly MaintenancePlan[], after: number): Occurrence | null {
  const over = maintenanceAt(plans, after)?.to ?? after;
  const starts = plans.map((plan) => firstStart(plan, over)).filter((start) => start !== null);
  return starts.length === 0 ? null : maintenanceAt(plans, Math.min(...starts));
}

/** What is on of a plan at an instant, and what comes after it, up to `most` occurrences. */
export function nextOccurrences(plan: MaintenancePlan, at: number, most: number): Occurrence[] {
  const found: Occurrence[] = [];
  for (let next = maintenanceAt([plan], at) ?? nextMaintenance([plan], at); next !== null && found.length < most;) {
    found.push(next);
    next = nextMaintenance([plan], next.from);
  }
  return found;
}

/** The last occurrence of a plan that began in [from, to), and before it began to be planned where there was none since; null where there was none at all. */
export function lastOccurrence(plan: MaintenancePlan, from: number, to: number): Occurrence | null {
  return occurrencesIn(plan, from, to).at(-1) ?? occurrencesIn(plan, 0, to).at(-1) ?? null;
}

/** The first instant after `after` at which an occurrence of a plan begins or ends; null where none does. */
export function nextEdge(plan: MaintenancePlan, after: number): number | null {
  const on = occurrencesIn(plan, after, after + 1)[0];
  return on === undefined ? firstStart(plan, after) : on.to;
}

/** Whether the occurrences of a plan run into each other without an end. */
export function isEndless(plan: MaintenancePlan, after: number): boolean {
  const start = firstStart(plan, after);
  if (start === null) return false;
  const [first] = occurrencesIn(plan, start, start + 1);
  return first !== undefined && startsBetween(plan, first.from, first.to).length > MOST_LINKS;
}

/** Joins stretches that overlap or meet, and puts them in order. */
export function joined(stretches: readonly Occurrence[]): Occurrence[] {
  const whole: Occurrence[] = [];
  for (const each of stretches.toSorted((a, b) => a.from - b.from)) {
    const last = whole.at(-1);
    if (last !== undefined && each.from <= last.to) last.to = Math.max(last.to, each.to);
    else whole.push({ ...each });
  }
  return whole;
}

/** An occurrence lasts as long as is planned, by the clock on the wall or not: minutes are minutes. Ended by hand, it ended then. */
function endOf({ durationMin, endedAt }: MaintenancePlan, start: number): number {
  const end = start + durationMin * MINUTE_MS;
  return endedAt !== null && start < endedAt ? Math.min(end, endedAt) : end;
}
