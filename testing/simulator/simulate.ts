import type { Judged, JudgingPolicy, Look } from "#core/judging/judge.ts";
import { isAwaited } from "#core/judging/vote.ts";
import { phaseOf } from "#core/schedule/schedule.ts";
import { randomFrom } from "#testing/fuzz/random.ts";
import { createEventQueue } from "./event-queue.ts";
import { createFleet } from "./fleet.ts";
import { createLeftOut } from "./left-out.ts";
import { newlyWatched, noticeSilence, take, type Watched } from "./watched.ts";
import { GOOD, see, type SimulatedLocation, type World } from "./world.ts";

/** What is simulated: from one instant to another (epoch milliseconds, whole seconds), so many monitors of one policy, under a world. */
export type Scenario = {
  seed: number;
  from: number;
  to: number;
  monitors: number;
  policy: JudgingPolicy;
  locations: readonly SimulatedLocation[];
  world: World;
  /** Is told of every check that is judged, in that order, and when (of the true clock). */
  onJudged?: (monitorId: number, result: Judged, at: number) => void;
};

/** What came of it. */
export type Outcome = {
  watched: Watched[];
  checks: number;
  looks: number;
  bad: number;
  missed: number;
  /** When a location was first left out because the others outvoted it. */
  leftOutAt: ReadonlyMap<number, number>;
};

/** A check on its way. `look` is why it was made ahead of its slot; null where it was not. */
type Check = { monitor: Running; location: SimulatedLocation; slotAt: number; look: Look["kind"] | null };
type Event = { check: Check; result: Judged | null };
type Running = { watched: Watched; isBusyUntil: number; onTheirWay: number };

/** A check starts so long after its second; is written so long after its end at most; and a vote is begun so long after it was asked for. */
const LATE_MS = 3;
const WRITTEN_AFTER_MS = 200;
const ASKED_AFTER_MS = 20;
const TIDIED_EVERY_S = 10;
/** A worker whose clock is ahead gets a window no earlier than it is queued. */
const QUEUED_AHEAD_MS = 5_000;

/**
 * Runs the schedule second by second of the true clock: who is due (core/schedule/schedule.ts), from which location, what a check sees there, and
 * what is judged of it when it is written. A check that finds nothing wrong with a monitor that nobody else is looking at is judged at
 * once; everything else goes through the queue of events. The same scenario always comes to the same.
 */
export function simulate(scenario: Scenario): Outcome {
  const { policy, world, from, to, onJudged } = scenario;
  const { intervalS } = policy;
  const random = randomFrom(scenario.seed);
  const leftOut = createLeftOut();
  const fleet = createFleet(scenario.locations, leftOut);
  const byId = new Map(scenario.locations.map((location) => [location.id, location]));
  const skews = [...new Set(scenario.locations.map(({ skewS = 0 }) => skewS))];
  const events = createEventQueue<Event>();
  const due: Running[][] = Array.from({ length: intervalS }, () => []);
  const outcome: Outcome = { watched: [], checks: 0, looks: 0, bad: 0, missed: 0, leftOutAt: leftOut.firstAt };
  const running: Running[] = [];
  const isVoting = scenario.locations.length > 2;
  for (let monitorId = 1; monitorId <= scenario.monitors; monitorId++) {
    const monitor: Running = { watched: newlyWatched(monitorId, policy), isBusyUntil: 0, onTheirWay: 0 };
    running.push(monitor);
    outcome.watched.push(monitor.watched);
    due[phaseOf(monitorId, intervalS)]!.push(monitor);
  }

  const later = (at: number, check: Check) => {
    check.monitor.onTheirWay++;
    events.add(at, { check, result: null });
  };

  const begin = (at: number, monitor: Running, location: SimulatedLocation, slotAt: number, look: Look["kind"] | null) => {
    const { watched } = monitor;
    const startsAt = fleet.worksFrom(location, Math.max(at, monitor.isBusyUntil), slotAt);
    if (startsAt === null || startsAt >= slotAt + intervalS * 1000) {
      outcome.missed++;
      return;
    }
    if (startsAt > at) return later(startsAt, { monitor, location, slotAt, look });
    if (look !== null && !isWanted(watched, location.id, slotAt, look)) return;
    const { status, reason, durationMs } = see(world, watched.monitorId, location, at, random);
    outcome.checks++;
    if (look !== null) outcome.looks++;
    if (status !== "up") outcome.bad++;
    const startedAt = at + (location.skewS ?? 0) * 1000;
    const result: Judged = { locationId: location.id, status, reason, startedAt, slotAt };
    const writtenAt = fleet.writesFrom(location, at + durationMs + WRITTEN_AFTER_MS);
    if (status === GOOD.status && monitor.onTheirWay === 0 && writtenAt <= at + GOOD.durationMs + WRITTEN_AFTER_MS) {
      return judged(writtenAt, monitor, result);
    }
    monitor.isBusyUntil = at + durationMs;
    monitor.onTheirWay++;
    events.add(writtenAt, { check: { monitor, location, slotAt, look }, result });
  };

  const judged = (at: number, monitor: Running, result: Judged) => {
    onJudged?.(monitor.watched.monitorId, result, at);
    const looks = take(monitor.watched, result, fleet.placesAt(at), at, leftOut.noteDissents);
    for (const { kind, locationId, slotAt } of looks) {
      const check = { monitor, location: byId.get(locationId)!, look: kind };
      if (kind === "vote") later(at + ASKED_AFTER_MS, { ...check, slotAt });
      else {
        const second = Math.max(slotAt, Math.ceil(at / 1000) * 1000);
        later(second - (check.location.skewS ?? 0) * 1000 + LATE_MS, { ...check, slotAt: second });
      }
    }
  };

  const runBefore = (at: number) => {
    for (let next = events.takeBefore(at); next !== null; next = events.takeBefore(at)) {
      const { check, result } = next.event;
      check.monitor.onTheirWay--;
      if (result === null) begin(next.at, check.monitor, check.location, check.slotAt, check.look);
      else judged(next.at, check.monitor, result);
    }
  };

  for (let trueS = from / 1000; trueS < to / 1000; trueS++) {
    const at = trueS * 1000;
    runBefore(at + LATE_MS);
    if (trueS % TIDIED_EVERY_S === 0 && fleet.isLedAt(at)) {
      for (const { watched } of running) noticeSilence(watched, at);
      leftOut.decide(at);
    }
    for (const skewS of skews) {
      const slotS = trueS + skewS;
      for (const monitor of due[slotS % intervalS]!) {
        const location = fleet.turnOf(slotS, intervalS);
        if (location === null) outcome.missed++;
        else if ((location.skewS ?? 0) === skewS) {
          if (isVoting) leftOut.noteDue(location.id, slotS * 1000);
          beginSlot(at, monitor, location, slotS);
        }
      }
    }
  }
  runBefore(Infinity);
  return outcome;

  function beginSlot(at: number, monitor: Running, location: SimulatedLocation, slotS: number): void {
    const queuedAt = Math.floor(slotS / 10) * 10_000 - QUEUED_AHEAD_MS;
    if (queuedAt > at) later(queuedAt, { monitor, location, slotAt: slotS * 1000, look: null });
    else begin(at + LATE_MS, monitor, location, slotS * 1000, null);
  }
}

/** Whether a look is still wanted when it is to begin, as worker/check-now.ts asks. */
function isWanted({ health }: Watched, locationId: number, slotAt: number, look: Look["kind"]): boolean {
  if (look === "vote") return isAwaited(health.contrary?.votes, { locationId, slotAt });
  return (health.contrary !== null || health.retryAt !== null) && slotAt > (health.lastSlotAt ?? 0);
}
