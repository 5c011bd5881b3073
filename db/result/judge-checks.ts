import type { IncidentChange } from "#core/incident-change.ts";
import { judge, type Judgement } from "#core/judge.ts";
import { isSameTrouble } from "#core/login-refusal.ts";
import type { ReasonCode } from "#core/reason.ts";
import type { HealthRow } from "../health/health-row.ts";
import type { NewTransition } from "../health/add-transitions.ts";
import type { FinishedCheck } from "./finished-check.ts";
import { rememberCheck, type NewSighting } from "./remember-check.ts";

const HOUR_MS = 60 * 60_000;

/** A monitor in trouble says something else than before. */
export type ReasonChange = { kind: "reason_changed"; check: FinishedCheck; from: ReasonCode; to: ReasonCode };

/** What becomes of a monitor's incident, and the check that shows it. */
export type IncidentStep = IncidentChange & { check: FinishedCheck };

/** A check whose dialogue is kept, and the slot of the good one it is shown beside. */
export type KeptTranscript = { check: FinishedCheck; goodSlotAt: number | null };

/** A look at a monitor ahead of its next slot, at `confirmAt` (epoch milliseconds, a whole second). */
export type Confirmation = { monitorId: number; revision: number; confirmAt: number };

/** What new results of one monitor change, all of it ready to be written. */
export type Verdict = {
  row: HealthRow;
  isIncidentOpen: boolean;
  changes: NewTransition[];
  incidents: (IncidentStep | ReasonChange)[];
  transcripts: KeptTranscript[];
  sightings: NewSighting[];
  confirmation: Confirmation | null;
};

/** Judges a monitor's new results in the order of their slots. One that an edit has overtaken while it was being written says nothing. */
export function judgeChecks(before: HealthRow, checks: readonly FinishedCheck[]): Verdict {
  const goodSlotAt = before.checkedRevision === before.revision ? before.goodSlotAt : null;
  const verdict: Verdict = {
    row: { ...before, goodSlotAt },
    isIncidentOpen: before.incidentId !== null,
    changes: [],
    incidents: [],
    transcripts: [],
    sightings: [],
    confirmation: null,
  };
  for (const check of checks) if (check.revision === before.revision) judgeCheck(verdict, check);
  return verdict;
}

function judgeCheck(verdict: Verdict, check: FinishedCheck): void {
  const { row } = verdict;
  const { slotAt, result } = check;
  const { status, startedAt, retryAt } = result;
  const reason = result.reason?.code ?? null;
  const judgement = judge(row.health, { status, reason, startedAt, slotAt, retryAt }, row, verdict.isIncidentOpen);
  const isLatest = judgement.health !== row.health;

  noteTransitions(verdict, check, judgement);
  noteIncident(verdict, check, judgement);
  keepTranscript(verdict, check, judgement, isLatest);
  if (!isLatest) return;

  row.health = judgement.health;
  row.checkedRevision = row.revision;
  row.latest = { status, reason, replyCode: result.reason?.reply?.code ?? null, ms: Math.round(result.durationMs) };
  const sighting = rememberCheck(row, check);
  if (sighting) verdict.sightings.push(sighting);
  const { confirmAt } = judgement;
  verdict.confirmation = confirmAt === null ? null : { monitorId: row.monitorId, revision: row.revision, confirmAt };
}

function noteTransitions(verdict: Verdict, { monitorId, slotAt, locationId }: FinishedCheck, { transitions }: Judgement): void {
  for (const transition of transitions) {
    const isFromGap = transition.reason === "check.missed" && transition.to === "unknown";
    verdict.changes.push({ monitorId, transition, slotAt: isFromGap ? null : slotAt, locationId: isFromGap ? null : locationId });
  }
}

function noteIncident(verdict: Verdict, check: FinishedCheck, { incident, health, transitions }: Judgement): void {
  const from = verdict.row.health.reason;
  if (incident) {
    verdict.incidents.push({ ...incident, check });
    verdict.isIncidentOpen = incident.kind !== "resolve";
  } else if (verdict.isIncidentOpen && transitions.length === 0 && from && health.reason && !isSameTrouble(from, health.reason)) {
    verdict.incidents.push({ kind: "reason_changed", check, from, to: health.reason });
  }
}

/** Kept are failures, the check that shows a change, and, once an hour, how it goes while nothing new happens. */
function keepTranscript(verdict: Verdict, check: FinishedCheck, { transitions }: Judgement, isLatest: boolean): void {
  const { row, transcripts } = verdict;
  const { slotAt, result } = check;
  const isChange = transitions.length > 0;
  if (result.status === "up" && isLatest && (isChange || isGoodDue(row, slotAt))) {
    row.goodSlotAt = slotAt;
    transcripts.push({ check, goodSlotAt: null });
  } else if (isChange || (result.status !== "up" && !isStillDegraded(row, check))) {
    transcripts.push({ check, goodSlotAt: row.goodSlotAt });
  }
}

function isGoodDue(row: HealthRow, slotAt: number): boolean {
  return row.goodSlotAt === null || slotAt - row.goodSlotAt >= HOUR_MS;
}

/** Degraded for the same reason as at the check before, in the same hour: a server may be so for months. */
function isStillDegraded({ health: { status, reason, lastSlotAt } }: HealthRow, { result, slotAt }: FinishedCheck): boolean {
  if (status !== "degraded" || result.status !== "degraded" || result.reason?.code !== reason || lastSlotAt === null) return false;
  return Math.floor(slotAt / HOUR_MS) === Math.floor(lastSlotAt / HOUR_MS);
}
