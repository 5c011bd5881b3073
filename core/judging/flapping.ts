import { isIncident, type IncidentChange } from "../incident/incident-change.ts";
import type { Health } from "./health.ts";
import type { Judgement, JudgingPolicy } from "./judge.ts";

/**
 * Trouble that comes and goes. `turnedAt` is when it last came or went, oldest first; `since`, where a monitor is flapping, the first of the
 * turns that showed it. Epoch milliseconds.
 */
export type Flapping = { since: number | null; turnedAt: number[] };

/**
 * What is told of a judgement: what becomes of the incident, and whether flapping begins or ends with it. Where it begins, an incident that
 * opens is told of as flapping, and one that would be over goes on; where it ends, the incident may be over.
 */
export type Telling = { flapping: Flapping; incident: IncidentChange | null; turn: "begins" | "ends" | null };

/** A monitor that has not turned lately. */
export const CALM: Flapping = { since: null, turnedAt: [] };

/** Down, up and down again. */
const TURNS = 3;
const WITHIN = { ms: 15 * 60_000, intervals: 10 };
const STEADY = { ms: 10 * 60_000, intervals: 5 };

/** Within this long, in milliseconds, so many turns are flapping. */
export function flappingWithinMs(intervalS: number): number {
  return Math.max(WITHIN.ms, WITHIN.intervals * intervalS * 1000);
}

/** A monitor that keeps a status for this long, in milliseconds, does not flap any more. */
export function steadyAfterMs(intervalS: number): number {
  return Math.max(STEADY.ms, STEADY.intervals * intervalS * 1000);
}

/**
 * What to tell of a judgement of a result that started at `startedAt` (epoch milliseconds). Health and transitions stay what they are:
 * flapping changes what is told, not what is true. While a monitor flaps its incident stays open and nobody is told of each turn; it is over
 * when the monitor has been steady.
 */
export function tell(
  flapping: Flapping,
  judgement: Judgement,
  policy: JudgingPolicy,
  isIncidentOpen: boolean,
  startedAt: number,
): Telling {
  const turned = turnOf(judgement, policy);
  return flapping.since === null
    ? tellCalm(flapping, judgement.incident, turned, policy)
    : tellFlapping(flapping, judgement, turned, policy, isIncidentOpen, startedAt);
}

/** When trouble came or went with this judgement, or null where it did neither. */
function turnOf({ incident, transitions }: Judgement, { incidentFrom }: JudgingPolicy): number | null {
  const last = transitions.at(-1);
  if (incident === null || last === undefined || incident.kind === "ease") return null;
  return incident.kind === "worsen" && isIncident(last.from, incidentFrom) ? null : incident.at;
}

function tellCalm(
  flapping: Flapping,
  incident: IncidentChange | null,
  turned: number | null,
  { intervalS }: JudgingPolicy,
): Telling {
  if (turned === null || incident?.kind === "worsen") return { flapping, incident, turn: null };
  const turnedAt = [...flapping.turnedAt, turned].slice(-TURNS);
  const first = turnedAt[0]!;
  if (turnedAt.length < TURNS || turned - first > flappingWithinMs(intervalS)) {
    return { flapping: { since: null, turnedAt }, incident, turn: null };
  }
  return { flapping: { since: first, turnedAt }, incident: incident?.kind === "open" ? incident : null, turn: "begins" };
}

function tellFlapping(
  flapping: Flapping,
  { health, incident }: Judgement,
  turned: number | null,
  { intervalS, incidentFrom }: JudgingPolicy,
  isIncidentOpen: boolean,
  startedAt: number,
): Telling {
  const turnedAt = turned === null ? flapping.turnedAt : [...flapping.turnedAt, turned].slice(-TURNS);
  if (!isSteady(health, turnedAt, intervalS, startedAt)) {
    return { flapping: { ...flapping, turnedAt }, incident: incident?.kind === "resolve" ? null : incident, turn: null };
  }
  const isOver = isIncidentOpen && !isIncident(health.status, incidentFrom);
  return { flapping: CALM, incident: isOver && incident ? { ...incident, at: health.since } : incident, turn: "ends" };
}

function isSteady({ status, since }: Health, turnedAt: readonly number[], intervalS: number, startedAt: number): boolean {
  return status !== "unknown" && startedAt - Math.max(since, turnedAt.at(-1) ?? 0) >= steadyAfterMs(intervalS);
}
