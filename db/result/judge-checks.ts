import { isSameTrouble } from "#core/check/login-refusal.ts";
import { replyNumber } from "#core/check/reply.ts";
import type { IncidentChange } from "#core/incident/incident-change.ts";
import { tell, type Telling } from "#core/judging/flapping.ts";
import { judge, type Judgement, type Look } from "#core/judging/judge.ts";
import { dissentOf } from "#core/judging/vote.ts";
import type { ReasonCode } from "#core/reason/reason.ts";
import type { NewTransition } from "../health/add-transitions.ts";
import type { HealthRow } from "../health/health-row.ts";
import type { FinishedCheck } from "./finished-check.ts";
import { rememberCheck, type NewSighting } from "./remember-check.ts";

const HOUR_MS = 60 * 60_000;

/** A monitor in trouble says something else than before. */
export type ReasonChange = { kind: "reason_changed"; check: FinishedCheck; from: ReasonCode; to: ReasonCode };

/** A monitor whose incident is open begins to come and go, or has stopped to. `turnedAt` is when it last did, in epoch milliseconds. */
export type FlappingChange = { kind: "flapping_began" | "steady_again"; check: FinishedCheck; turnedAt: number[] };

/** What becomes of a monitor's incident, and the check that shows it. Of one that `isFlapping` is told otherwise. */
export type IncidentStep = IncidentChange & { check: FinishedCheck; isFlapping: boolean };

/** A check whose dialogue is kept, and the slot of the good one it is shown beside. */
export type KeptTranscript = { check: FinishedCheck; goodSlotAt: number | null };

/** A look at a monitor ahead of its next slot. */
export type Confirmation = Look & { monitorId: number; revision: number };

/** A location that stood against the others that were asked. */
export type NewDissent = { monitorId: number; slotAt: number; locationId: number; isOutvoted: boolean };

/** What new results of one monitor change, all of it ready to be written. */
export type Verdict = {
  row: HealthRow;
  isIncidentOpen: boolean;
  changes: NewTransition[];
  incidents: (IncidentStep | ReasonChange | FlappingChange)[];
  transcripts: KeptTranscript[];
  sightings: NewSighting[];
  dissents: NewDissent[];
  confirmations: Confirmation[];
};

/**
 * Judges a monitor's new results in the order of their slots; `places` are the monitor's healthy locations. One that an edit has overtaken
 * while it was being written says nothing.
 */
export function judgeChecks(before: HealthRow, checks: readonly FinishedCheck[], places: readonly number[]): Verdict {
  const goodSlotAt = before.checkedRevision === before.revision ? before.goodSlotAt : null;
  const verdict: Verdict = {
    row: { ...before, goodSlotAt },
    isIncidentOpen: before.incidentId !== null,
    changes: [],
    incidents: [],
    transcripts: [],
    sightings: [],
    dissents: [],
    confirmations: [],
  };
  for (const check of checks) if (check.revision === before.revision) judgeCheck(verdict, check, places);
  return verdict;
}

function judgeCheck(verdict: Verdict, check: FinishedCheck, places: readonly number[]): void {
  const { row } = verdict;
  const { slotAt, locationId, result } = check;
  const { status, startedAt, retryAt } = result;
  const reason = result.reason?.code ?? null;
  const judged = { locationId, status, reason, startedAt, slotAt, retryAt };
  const judgement = judge(row.health, judged, row, verdict.isIncidentOpen, places);
  const isLatest = judgement.health !== row.health;

  if (isLatest) {
    const telling = tell(row.flapping, judgement, row, verdict.isIncidentOpen, startedAt);
    noteTransitions(verdict, check, judgement);
    noteIncident(verdict, check, judgement, telling);
    noteDissent(verdict, check, judgement);
    row.flapping = telling.flapping;
  }
  keepTranscript(verdict, check, judgement, isLatest);
  const isOnlyShown = row.health.status === "maintenance" && slotAt > (row.health.lastSlotAt ?? 0);
  if (!isLatest && !isOnlyShown) return;

  row.health = isOnlyShown ? { ...row.health, lastSlotAt: slotAt } : judgement.health;
  row.checkedRevision = row.revision;
  row.latest = { status, reason, replyCode: replyNumber(result.reason?.reply), ms: Math.round(result.durationMs) };
  if (isOnlyShown) return;
  const sighting = rememberCheck(row, check);
  if (sighting) verdict.sightings.push(sighting);
  const { monitorId, revision } = row;
  const isWaiting = row.health.contrary !== null || row.health.retryAt !== null;
  const before = isWaiting ? verdict.confirmations.filter(({ kind }) => kind === "vote") : [];
  verdict.confirmations = [...before, ...judgement.looks.map((look) => ({ ...look, monitorId, revision }))];
}

function noteTransitions(verdict: Verdict, { monitorId, slotAt, locationId }: FinishedCheck, { transitions }: Judgement): void {
  for (const transition of transitions) {
    const isFromGap = transition.reason === "check.missed" && transition.to === "unknown";
    verdict.changes.push({ monitorId, transition, slotAt: isFromGap ? null : slotAt, locationId: isFromGap ? null : locationId });
  }
}

function noteIncident(verdict: Verdict, check: FinishedCheck, judgement: Judgement, { incident, turn, flapping }: Telling): void {
  const { health, transitions } = judgement;
  const from = verdict.row.health.reason;
  const turned = (kind: FlappingChange["kind"]) => verdict.incidents.push({ kind, check, turnedAt: flapping.turnedAt });
  if (turn === "ends" && verdict.isIncidentOpen) turned("steady_again");
  if (incident) {
    verdict.incidents.push({ ...incident, check, isFlapping: flapping.since !== null });
    verdict.isIncidentOpen = incident.kind !== "resolve";
  } else if (verdict.isIncidentOpen && transitions.length === 0 && from && health.reason && !isSameTrouble(from, health.reason)) {
    verdict.incidents.push({ kind: "reason_changed", check, from, to: health.reason });
  }
  if (turn === "begins") turned("flapping_began");
}

function noteDissent({ row, dissents }: Verdict, { monitorId }: FinishedCheck, { vote }: Judgement): void {
  if (vote === null) return;
  const { locationIds, isOutvoted } = dissentOf(vote.votes, row.health.status, vote.outcome);
  const { slotAt } = vote.votes;
  dissents.push(...locationIds.map((locationId) => ({ monitorId, slotAt, locationId, isOutvoted })));
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
