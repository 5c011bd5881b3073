import type { EscalationPolicy } from "./escalation-policy.ts";
import { nextRoad, reach, withSecondRoads, type Address, type Directory } from "./escalation-reach.ts";
import { dueAt, ladderOf, runAt, type Course, type Run } from "./escalation-run.ts";
import { awakeAfter } from "./quiet-hours.ts";

/**
 * Something told of an incident: its trouble, by a step of a run in a round; that it comes and goes; or its end. `channelId` is null where nobody
 * was there to be told, and where everybody was just being told by another step. `isLost`: it reached nobody, because nobody was there or the
 * channel gave up.
 */
export type Telling = {
  what: "trouble" | "flapping" | "recovery";
  runAt: number;
  step: number;
  round: number;
  channelId: number | null;
  contactId: number | null;
  isLost: boolean;
};

/** What was told, and when (epoch milliseconds). `isUnderway`: its channel has not taken it yet. */
export type Told = Telling & { at: number; isUnderway?: boolean };

/** What no channel has taken after so many milliseconds has failed for now: it goes on being tried, and others are told meanwhile. */
export const ROAD_FAILS_AFTER_MS = 3 * 60_000;

/** What is to be told now, and when to look again (epoch milliseconds) if nothing happens before; null for not at all. */
export type Escalation = { tell: Telling[]; lookAt: number | null };

/** An incident as telling sees it: the policy as it was when it opened, what has happened, what was told, and where people are to be found now. */
export type Escalating = { policy: EscalationPolicy; course: Course; told: readonly Told[]; directory: Directory };

/**
 * What is to be told of an incident at an instant (epoch milliseconds). Each channel is told at most once by a step in a round, so asking again
 * changes nothing once the answer is written down. Nobody is told of trouble once it is acknowledged or closed, and of its end exactly those
 * who were told of it. A step that reaches nobody hands on to the next at once; who looks late tells of no round that is overtaken by the next.
 */
export function escalate(escalating: Escalating, now: number): Escalation {
  const { policy, course, told } = escalating;
  const run = runAt(policy, course, now);
  if (course.closedAt !== null && course.closedAt <= now)
    return whenAwake(policy, run, course.closedAt, now, endings(course, told));

  const taken =
    run.acknowledgedUntil === null ? takeSteps(withRoads(escalating, now), run, now) : { tell: [], lookAt: run.acknowledgedUntil };
  const noticed = whenAwake(
    policy,
    run,
    course.flapping?.from ?? now,
    now,
    isFlapping(course, now) ? notices(course, told, taken.tell) : [],
  );
  const underway = taken.tell.map((each) => ({ ...each, at: now, isUnderway: each.channelId !== null }));
  const roadFailsAt = run.acknowledgedUntil === null ? nextRoadFailsAt([...told, ...underway], run, now) : Infinity;
  const lookAt = Math.min(taken.lookAt ?? Infinity, noticed.lookAt ?? Infinity, roadFailsAt);
  return { tell: [...noticed.tell, ...taken.tell], lookAt: Number.isFinite(lookAt) ? lookAt : null };
}

/** What happened at an instant is told at once, and of a warning when it is not quiet. */
function whenAwake({ quietHours }: EscalationPolicy, { severity }: Run, since: number, now: number, tell: Telling[]): Escalation {
  const at = tell.length > 0 && severity === "degraded" ? awakeAfter(quietHours, since, 0) : since;
  return at <= now ? { tell, lookAt: null } : { tell: [], lookAt: at };
}

/** What has been underway for too long counts as lost while it is. */
function withRoads(escalating: Escalating, now: number): Escalating {
  const hasFailed = ({ isUnderway, at }: Told) => isUnderway === true && at + ROAD_FAILS_AFTER_MS <= now;
  return { ...escalating, told: escalating.told.map((each) => (hasFailed(each) ? { ...each, isLost: true } : each)) };
}

/** When the next road of a run fails, if it takes nothing before; what is told just now has its time before it. */
function nextRoadFailsAt(told: readonly Told[], { beganAt }: Run, now: number): number {
  const underway = told.filter(({ what, runAt: at, isUnderway }) => what === "trouble" && at === beganAt && isUnderway === true);
  return Math.min(...underway.map(({ at }) => at + ROAD_FAILS_AFTER_MS).filter((at) => at > now));
}

/** While it flaps nothing is repeated: it may not be down just now. */
function takeSteps({ policy, course, told, directory }: Escalating, run: Run, now: number): Escalation {
  const { ladder, rounds } = ladderOf(policy, run);
  const roundsNow = isFlapping(course, now) ? 1 : rounds;
  const tell: Telling[] = [];
  for (let round = 0; round < roundsNow; round++) {
    const ofRound = () => [...told, ...tell].filter((each) => isOf(each, run, round));
    let isHandedOn = false;
    for (const [step, { tell: whom }] of ladder.steps.entries()) {
      const before = ofRound().filter((each) => each.step === step);
      const due = dueAt(policy, ladder, run, step, round);
      if (before.length === 0 && due > now && !isHandedOn) return { tell, lookAt: due };

      const isOvertaken = before.length === 0 && round + 1 < roundsNow && dueAt(policy, ladder, run, step, round + 1) <= now;
      const place = { runAt: run.beganAt, step, round };
      if (before.length > 0) tell.push(...otherRoads(before, place, directory));
      else if (!isOvertaken) tell.push(...roads(reach(whom, directory, now), place, tell));
      isHandedOn = !isOvertaken && areLost(ofRound().filter((each) => each.step === step));
    }
    if (areLost(ofRound()))
      tell.push(...lastRoads(ofRound(), { runAt: run.beganAt, step: ladder.steps.length, round }, directory, now));
  }
  return { tell, lookAt: null };
}

type Place = Pick<Telling, "runAt" | "step" | "round">;

/** A step's channels; those that another step tells at the same instant are told once. */
function roads(found: readonly Address[], place: Place, tell: readonly Telling[]): Telling[] {
  const nobody = { what: "trouble", ...place, channelId: null, contactId: null } as const;
  if (found.length === 0) return [{ ...nobody, isLost: true }];
  const news = found.filter(({ channelId }) => !tell.some((each) => each.channelId === channelId));
  if (news.length === 0) return [{ ...nobody, isLost: false }];
  return news.map((address) => ({ what: "trouble", ...place, ...address, isLost: false }));
}

/** Where every channel gave up that a contact was told on, their next one. */
function otherRoads(before: readonly Telling[], place: Place, directory: Directory): Telling[] {
  const contactIds = new Set(before.map(({ contactId }) => contactId).filter((contactId) => contactId !== null));
  const tried = new Set(before.map(({ channelId }) => channelId).filter((channelId) => channelId !== null));
  const next = [...contactIds]
    .filter((contactId) => areLost(before.filter((each) => each.contactId === contactId)))
    .map((contactId) => nextRoad(contactId, tried, directory))
    .filter((address) => address !== null);
  return withSecondRoads(next, directory)
    .filter(({ channelId }) => !tried.has(channelId))
    .map((address) => ({ what: "trouble", ...place, ...address, isLost: false }));
}

/** Where a whole round reached nobody, what is left of the monitor's channels. */
function lastRoads(ofRound: readonly Telling[], place: Place, directory: Directory, now: number): Telling[] {
  const left = reach([{ channelsOf: "monitor" }], directory, now).filter(
    (address) => !ofRound.some(({ channelId }) => channelId === address.channelId),
  );
  return left.map((address) => ({ what: "trouble", ...place, ...address, isLost: false }));
}

/** That it comes and goes, once, to those who were told before it did and of nothing since. */
function notices({ flapping }: Course, told: readonly Told[], tell: readonly Telling[]): Telling[] {
  if (flapping === null) return [];
  const since = told.filter(({ what, at }) => what === "flapping" || at >= flapping.from);
  return toAll("flapping", flapping.from, told, [...since, ...tell]);
}

function endings({ openedAt, hasRecovered }: Course, told: readonly Told[]): Telling[] {
  if (!hasRecovered) return [];
  return toAll(
    "recovery",
    openedAt,
    told,
    told.filter(({ what }) => what === "recovery"),
  );
}

/** To every channel that something reached, but for those that were told already, whether it got through or not. */
function toAll(what: Telling["what"], at: number, told: readonly Told[], already: readonly Telling[]): Telling[] {
  const reached = told.filter(({ channelId, isLost }) => channelId !== null && !isLost).map(({ channelId }) => channelId);
  const left = [...new Set(reached)].filter((channelId) => !already.some((each) => each.channelId === channelId));
  return left.map((channelId) => ({ what, runAt: at, step: 0, round: 0, channelId, contactId: null, isLost: false }));
}

function isOf({ what, runAt: at, round }: Telling, { beganAt }: Run, ofRound: number): boolean {
  return what === "trouble" && at === beganAt && round === ofRound;
}

function areLost(told: readonly Telling[]): boolean {
  return told.length > 0 && told.every(({ isLost }) => isLost);
}

function isFlapping({ flapping }: Course, now: number): boolean {
  return flapping !== null && flapping.from <= now && (flapping.to === null || now < flapping.to);
}
