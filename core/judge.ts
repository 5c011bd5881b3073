import { confirmAfter, confirmedBy } from "./confirm.ts";
import { gapBefore } from "./gap.ts";
import type { Contrary, Health, Transition } from "./health.ts";
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
 * `policy.confirmations` times more, in a row; where results disagree with the status in turns it becomes what lies between. A server that greylists is asked again at its time, and nothing it says before counts. A
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
  const confirmed = confirmedBy(health, contrary, policy);
  if (confirmed === null) return { after: { ...health, contrary }, transition: null };

  const at = Math.max(confirmed.since, health.since); // a check that started late must not put the history out of order
  const confirmedAt = Math.max(result.startedAt, at);
  const transition: Transition = { at, confirmedAt, from: health.status, to: confirmed.status, reason: result.reason };
  const after = changed(health, transition);
  return { after: confirmed.status === result.status ? after : { ...after, contrary: byItself(contrary) }, transition };
}

function counted(health: Health, result: Judged): Contrary {
  const { status, reason, startedAt } = result;
  const before = health.contrary;
  const more = isTooEarly(health, result) ? 0 : 1;
  const own = before?.status === status ? { ...before, reason, count: before.count + more } : null;
  const contrary = own ?? byItself({ status, reason, count: 1, since: startedAt });
  const isSameDirection = before !== null && health.status !== "degraded" && before.status !== "unknown" && status !== "unknown";
  return { ...contrary, all: isSameDirection ? { ...before.all, count: before.all.count + more } : byItself(contrary).all };
}

/** As if nothing else had disagreed. */
function byItself(contrary: Omit<Contrary, "all">): Contrary {
  return { ...contrary, all: { count: contrary.count, since: contrary.since } };
}

/** Whether a server that wants to be asked again later was asked before that, and says so again. */
function isTooEarly({ retryAt }: Health, result: Judged): boolean {
  return retryAt !== null && result.retryAt !== undefined && result.startedAt < retryAt;
}

function nextRetry(health: Health, result: Judged): number | null {
  return isTooEarly(health, result) ? health.retryAt : (result.retryAt ?? null);
}
