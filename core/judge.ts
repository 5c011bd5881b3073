import { confirmAfter, isConfirmed } from "./confirm.ts";
import { gapBefore } from "./gap.ts";
import type { Health, Transition } from "./health.ts";
import type { ReasonCode } from "./reason.ts";
import type { Status } from "./status.ts";

/** What judging needs of a result. Instants are epoch milliseconds. */
export type Judged = { status: Status; reason: ReasonCode | null; startedAt: number; slotAt: number };

/** What judging needs of a monitor's policy. */
export type JudgingPolicy = { confirmations: number; intervalS: number };

/**
 * What one result changes: the new health, the changes of health in order (a gap before the result can make one of its own), what
 * becomes of the monitor's incident, and when to look again, in epoch milliseconds, where the result wants confirmation.
 */
export type Judgement = {
  health: Health;
  transitions: Transition[];
  incident: "open" | "resolve" | "none";
  confirmAt: number | null;
};

/**
 * Judges one result. Good news after not knowing counts at once; every other change counts when it was seen once and then
 * `policy.confirmations` times more, in a row. A result that is not newer than the last one changes nothing, so judging twice
 * changes nothing. While a monitor is paused or in maintenance nothing is judged. An open incident survives `unknown`.
 */
export function judge(health: Health, result: Judged, policy: JudgingPolicy): Judgement {
  if (!isWatched(health) || isOld(health, result)) return { health, transitions: [], incident: "none", confirmAt: null };

  const gap = gapBefore(health, policy.intervalS, result.slotAt);
  const before = gap === null ? health : changed(health, gap);
  const { after, transition } = weigh(before, result, policy.confirmations);
  return {
    health: { ...after, lastSlotAt: result.slotAt },
    transitions: [gap, transition].filter((change) => change !== null),
    incident: incidentAfter(transition),
    confirmAt: after.contrary === null ? null : confirmAfter(result.startedAt, policy.intervalS),
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

function weigh(health: Health, result: Judged, confirmations: number): { after: Health; transition: Transition | null } {
  if (result.status === health.status) return { after: { ...health, reason: result.reason, contrary: null }, transition: null };

  const contrary = counted(health.contrary, result);
  if (!isConfirmed(health, contrary, confirmations)) return { after: { ...health, contrary }, transition: null };

  const at = Math.max(contrary.since, health.since); // a check that started late must not put the history out of order
  const confirmedAt = Math.max(result.startedAt, at);
  const transition: Transition = { at, confirmedAt, from: health.status, to: result.status, reason: result.reason };
  return { after: changed(health, transition), transition };
}

function counted(contrary: Health["contrary"], result: Judged): NonNullable<Health["contrary"]> {
  const isSame = contrary !== null && contrary.status === result.status;
  return {
    status: result.status,
    reason: result.reason,
    count: isSame ? contrary.count + 1 : 1,
    since: isSame ? contrary.since : result.startedAt,
  };
}

function incidentAfter(transition: Transition | null): Judgement["incident"] {
  if (transition === null || transition.to === "unknown") return "none";
  return transition.to === "down" ? "open" : "resolve";
}
