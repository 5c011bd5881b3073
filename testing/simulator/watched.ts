import { CALM, tell, type Flapping } from "#core/judging/flapping.ts";
import { gapBefore } from "#core/judging/gap.ts";
import { changed, type Health, type Transition } from "#core/judging/health.ts";
import { judge, type Judged, type JudgingPolicy, type Look } from "#core/judging/judge.ts";
import { dissentOf } from "#core/judging/vote.ts";

/** A message that would have gone out, and what it is about: `at` is when that happened, `sentAt` when we were sure. */
export type Told = { kind: "opened" | "flapping" | "resolved"; at: number; sentAt: number };

/** A monitor under watch: all that the product would have written of it. */
export type Watched = {
  monitorId: number;
  policy: JudgingPolicy;
  health: Health;
  flapping: Flapping;
  isIncidentOpen: boolean;
  incidents: number;
  transitions: Transition[];
  told: Told[];
};

const NONE: readonly Look[] = [];
const NEW: Health = { status: "unknown", reason: null, since: 0, lastSlotAt: null, contrary: null, retryAt: null };

/** A monitor that was never checked. */
export function newlyWatched(monitorId: number, policy: JudgingPolicy): Watched {
  return {
    monitorId,
    policy,
    health: NEW,
    flapping: CALM,
    isIncidentOpen: false,
    incidents: 0,
    transitions: [],
    told: [],
  };
}

/**
 * Takes a result at `now`, as db/result/judge-checks.ts does; returns the looks that are wanted, and tells of locations that the others
 * outvoted.
 */
export function take(
  watched: Watched,
  result: Judged,
  places: readonly number[],
  now: number,
  onOutvoted?: (monitorId: number, slotAt: number, locationIds: readonly number[]) => void,
): readonly Look[] {
  const { policy, health } = watched;
  const judgement = judge(health, result, policy, watched.isIncidentOpen, places);
  if (judgement.health === health) return NONE;
  const { flapping, incident, turn } = tell(watched.flapping, judgement, policy, watched.isIncidentOpen, result.startedAt);
  if (incident?.kind === "open") {
    watched.isIncidentOpen = true;
    watched.incidents++;
    if (flapping.since === null) watched.told.push({ kind: "opened", at: incident.at, sentAt: now });
  }
  if (turn === "begins") watched.told.push({ kind: "flapping", at: flapping.turnedAt.at(-1)!, sentAt: now });
  if (incident?.kind === "resolve") {
    watched.isIncidentOpen = false;
    watched.told.push({ kind: "resolved", at: incident.at, sentAt: now });
  }
  if (judgement.vote !== null) {
    const { locationIds, isOutvoted } = dissentOf(judgement.vote.votes, health.status, judgement.vote.outcome);
    if (isOutvoted) onOutvoted?.(watched.monitorId, judgement.vote.votes.slotAt, locationIds);
  }
  watched.health = judgement.health;
  watched.flapping = flapping;
  if (judgement.transitions.length > 0) watched.transitions.push(...judgement.transitions);
  return judgement.looks;
}

/** Says `unknown` where nobody has watched for too long, as db/health/judge-silence.ts does. */
export function noticeSilence(watched: Watched, now: number): void {
  const gap = gapBefore(watched.health, watched.policy.intervalS, now);
  if (gap === null) return;
  watched.transitions.push(gap);
  watched.health = changed(watched.health, gap);
}
