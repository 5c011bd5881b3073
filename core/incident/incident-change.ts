import type { Health, Transition } from "../judging/health.ts";
import type { IncidentFrom } from "../monitor/monitor.ts";

/**
 * What becomes of a monitor's incident. `at` is when it happened, `confirmedAt` when it was sure, both in epoch milliseconds; `status` is
 * what the monitor is now. `worsen`: it has become down while the incident goes on, and `ease`: degraded. Whether it was so before, the
 * incident knows.
 */
export type IncidentChange = {
  kind: "open" | "worsen" | "ease" | "resolve";
  at: number;
  confirmedAt: number;
  status: "up" | "degraded" | "down";
};

/** Whether a confirmed status is an incident: down always is, degraded where the monitor's owner says so. */
export function isIncident(status: Health["status"], incidentFrom: IncidentFrom): boolean {
  return status === "down" || (status === "degraded" && incidentFrom === "degraded");
}

/**
 * Brings an incident in step with a monitor's health after a result that started at `startedAt`: open while it is in trouble, over when it
 * is not. It survives `unknown`. Where the policy was changed there may be something to do without a transition: trouble that was none
 * before began when the status did.
 */
export function incidentChange(
  { status, since }: Health,
  transition: Transition | null,
  incidentFrom: IncidentFrom,
  isOpen: boolean,
  startedAt: number,
): IncidentChange | null {
  if (status !== "up" && status !== "degraded" && status !== "down") return null;
  const isTrouble = isIncident(status, incidentFrom);
  const confirmedNow = Math.max(startedAt, since);
  const { at, confirmedAt } = transition ?? { at: isTrouble ? since : confirmedNow, confirmedAt: confirmedNow };
  if (isTrouble !== isOpen) return { kind: isTrouble ? "open" : "resolve", at, confirmedAt, status };
  if (!isOpen || transition === null) return null;
  return { kind: status === "down" ? "worsen" : "ease", at, confirmedAt, status };
}
