import { confirmAfter, isConfirmed } from "./confirm.ts";
import { gapBefore } from "./gap.ts";
import type { Health, Transition } from "./health.ts";
import { incidentChange, type IncidentChange } from "./incident-change.ts";
import type { IncidentFrom } from "./monitor.ts";
import type { ReasonCode } from "./reason.ts";
import type { Status } from "./status.ts";

/** What judging needs of a result. Instants are epoch milliseconds; `retryAt` is when the server wants to be asked again, if it says so. */
export type Judged = { status: Status; reason: ReasonCode | null; startedAt: number; slotAt: number; retryAt?: number };

/** What judging needs of a monitor's policy. */
export type JudgingPolicy = { confirmations: number; intervalS: number; incidentFrom: IncidentFrom };

/**
 * What one result changes: the new health, the changes of health in order (a gap before the result can make one of its own), what
 * becomes of the monitor's incident, and when to look again, in epoch milliseconds, where the result wants confirmation or the server
 * wants to be asked again.
 */
export type Judgement = {
  health: Health;
  transitions: Transition[];
  incident: IncidentChange | null;
  confirmAt: number | null;
};

/**
 * Judges one result. Good news after not knowing counts at once; every other change counts when it was seen once and then
 * `policy.confirmations` times more, in a row. A server that greylists is asked again at its time, and nothing it says before counts. A
 * result that is not newer than the last one changes nothing, so judging twice changes nothing. While a monitor is paused or in
 * maintenance nothing is judged.
 */
export function judge(health: Health, result: Judged, policy: JudgingPolicy, isIncidentOpen: boolean): Judgement {
  if (!isWatched(health) || isOld(health, result)) return { health, transitions: [], incident: null, confirmAt: null };

  const gap = gapBefore(health, policy.intervalS, result.slotAt);
  const before = gap === null ? health : changed(health, gap);
  const { after, transition } = weigh(before, result, policy);
  const retryAt = nextRetry(before, result);
  const isSettled = after.contrary === null && retryAt === null;
  return {
    health: { ...after, lastSlotAt: result.slotAt, retryAt },
    transitions: [gap, transition].filter((change) => change !== null),
    incident: incidentChange(after, transition, policy.incidentFrom, isIncidentOpen, result.startedAt),
    confirmAt: isSettled ? null : confirmAfter(result.startedAt, policy.intervalS, retryAt),
  };
}

/** The health after a change. */
export function changed(health: Health, transition: Transition): Health {
  return { ...health, status: transition.to, reason: transition.reason, since: transition.at, contrary: null };
}

function isWatched(health: Health): boolean {
  return health.status !== "paused" && health.status !== "maintenance";
}

function isOld(health: Health, result: Judged): boolean {
  return health.lastSlotAt !== null && result.slotAt <= health.lastSlotAt;
}

function weigh(health: Health, result: Judged, policy: JudgingPolicy): { after: Health; transition: Transition | null } {
  if (result.status === health.status) return { after: { ...health, reason: result.reason, contrary: null }, transition: null };

  const contrary = counted(health, result);
  if (!isConfirmed(health, contrary, policy)) return { after: { ...health, contrary }, transition: null };

  const at = Math.max(contrary.since, health.since); // a check that started late must not put the history out of order
  const confirmedAt = Math.max(result.startedAt, at);
  const transition: Transition = { at, confirmedAt, from: health.status, to: result.status, reason: result.reason };
  return { after: changed(health, transition), transition };
}

function counted(health: Health, result: Judged): NonNullable<Health["contrary"]> {
  const { status, reason } = result;
  const before = health.contrary?.status === status ? health.contrary : null;
  if (before === null) return { status, reason, count: 1, since: result.startedAt };
  return { ...before, reason, count: before.count + (isTooEarly(health, result) ? 0 : 1) };
}

/** Whether a server that wants to be asked again later was asked before that, and says so again. */
function isTooEarly({ retryAt }: Health, result: Judged): boolean {
  return retryAt !== null && result.retryAt !== undefined && result.startedAt < retryAt;
}

function nextRetry(health: Health, result: Judged): number | null {
  return isTooEarly(health, result) ? health.retryAt : (result.retryAt ?? null);
}
