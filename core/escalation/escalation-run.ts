import { ladderFor, type EscalationPolicy, type Ladder } from "./escalation-policy.ts";
import { awakeAfter } from "./quiet-hours.ts";

/**
 * What has happened to an incident, in epoch milliseconds: null is not yet. `severity` is what it opened as; `acknowledgedAt` is the last time
 * somebody took it on, `unacknowledgedAt` when they last gave it back; `flapping` is since when it comes and goes, and until when it did. One that closes without having recovered, because the
 * monitor is paused or in maintenance, is told to nobody.
 */
export type Course = {
  openedAt: number;
  severity: "down" | "degraded";
  worsenedAt: number | null;
  acknowledgedAt: number | null;
  unacknowledgedAt: number | null;
  flapping: { from: number; to: number | null } | null;
  closedAt: number | null;
  hasRecovered: boolean;
};

/** The steps are taken from `beganAt` on. Acknowledged, none is, up to `acknowledgedUntil` (Infinity where that is for good). */
export type Run = { beganAt: number; severity: "down" | "degraded"; acknowledgedUntil: number | null };

/**
 * The run of steps that an instant lies in. They begin with the incident, anew when it becomes down, and anew when an acknowledgement is
 * taken back or has lasted its time. Who took on a degraded server has not taken on one that is down.
 */
export function runAt({ acknowledgedForS }: EscalationPolicy, course: Course, at: number): Run {
  const { openedAt, worsenedAt, acknowledgedAt, unacknowledgedAt } = course;
  const isWorse = worsenedAt !== null && worsenedAt <= at;
  const severity = isWorse ? "down" : course.severity;
  const beganAt = Math.max(isWorse ? worsenedAt : openedAt, unacknowledgedAt ?? 0);
  if (acknowledgedAt === null || acknowledgedAt < beganAt || acknowledgedAt > at)
    return { beganAt, severity, acknowledgedUntil: null };
  const until = acknowledgedForS === null ? Infinity : acknowledgedAt + acknowledgedForS * 1000;
  if (at < until) return { beganAt, severity, acknowledgedUntil: until };
  return { beganAt: until, severity, acknowledgedUntil: null };
}

/** When an acknowledgement ended because it has lasted its time by an instant; null where none has, and where it is over. */
export function acknowledgementEndedAt(policy: EscalationPolicy, course: Course, at: number): number | null {
  const { acknowledgedAt, closedAt } = course;
  if (acknowledgedAt === null || closedAt !== null || policy.acknowledgedForS === null) return null;
  const endsAt = acknowledgedAt + policy.acknowledgedForS * 1000;
  return endsAt <= at ? endsAt : null;
}

/** When a step of a run is due, in its round: 0, and then the repeats. Warnings stand still in quiet hours. */
export function dueAt({ quietHours }: EscalationPolicy, ladder: Ladder, run: Run, step: number, round: number): number {
  const afterS = (ladder.repeat?.everyS ?? 0) * round + ladder.steps[step]!.afterS;
  return awakeAfter(run.severity === "degraded" ? quietHours : null, run.beganAt, afterS * 1000);
}

/** The ladder of a run, and how many rounds it has. */
export function ladderOf(policy: EscalationPolicy, { severity }: Run): { ladder: Ladder; rounds: number } {
  const ladder = ladderFor(policy, severity);
  return { ladder, rounds: 1 + (ladder.repeat?.times ?? 0) };
}
