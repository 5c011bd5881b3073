import type { Transition } from "#core/health.ts";
import { judge } from "#core/judge.ts";
import type { ReasonCode } from "#core/reason.ts";
import type { HealthRow } from "../health/health-row.ts";
import type { NewTransition } from "../health/add-transitions.ts";
import type { FinishedCheck } from "./finished-check.ts";

const REFRESH_GOOD_AFTER_MS = 60 * 60_000;

/** A monitor that is down says something else than before. */
export type ReasonChange = { kind: "reason_changed"; check: FinishedCheck; from: ReasonCode; to: ReasonCode };

/** What becomes of a monitor's incident, and the check that shows it. */
export type IncidentChange = { kind: "open" | "resolve"; check: FinishedCheck; transition: Transition } | ReasonChange;

/** A check whose dialogue is kept, and the slot of the good one it is shown beside. */
export type KeptTranscript = { check: FinishedCheck; goodSlotAt: number | null };

/** A look at a monitor ahead of its next slot, at `confirmAt` (epoch milliseconds, a whole second). */
export type Confirmation = { monitorId: number; revision: number; confirmAt: number };

/** What new results of one monitor change, all of it ready to be written. */
export type Verdict = {
  row: HealthRow;
  changes: NewTransition[];
  incidents: IncidentChange[];
  transcripts: KeptTranscript[];
  confirmation: Confirmation | null;
};

/** Judges a monitor's new results in the order of their slots. */
export function judgeChecks(before: HealthRow, checks: readonly FinishedCheck[]): Verdict {
  const goodSlotAt = before.checkedRevision === before.revision ? before.goodSlotAt : null;
  const row: HealthRow = { ...before, goodSlotAt };
  const verdict: Verdict = { row, changes: [], incidents: [], transcripts: [], confirmation: null };
  for (const check of checks) judgeCheck(verdict, check);
  return verdict;
}

function judgeCheck(verdict: Verdict, check: FinishedCheck): void {
  const { row } = verdict;
  const { monitorId, slotAt, locationId, result } = check;
  const reason = result.reason?.code ?? null;
  const was = row.health;
  const judgement = judge(was, { status: result.status, reason, startedAt: result.startedAt, slotAt }, row);
  const isLatest = judgement.health !== was;

  for (const transition of judgement.transitions) {
    const isFromGap = transition.reason === "check.missed" && transition.to === "unknown";
    verdict.changes.push({ monitorId, transition, slotAt: isFromGap ? null : slotAt, locationId: isFromGap ? null : locationId });
  }
  const last = judgement.transitions.at(-1);
  if (judgement.incident !== "none" && last) verdict.incidents.push({ kind: judgement.incident, check, transition: last });
  const isStillDown = was.status === "down" && judgement.health.status === "down" && !last;
  if (isStillDown && was.reason && judgement.health.reason && was.reason !== judgement.health.reason) {
    verdict.incidents.push({ kind: "reason_changed", check, from: was.reason, to: judgement.health.reason });
  }

  const isChange = last !== undefined;
  if (result.status === "up" && isLatest && (isChange || isGoodDue(row, slotAt))) {
    row.goodSlotAt = slotAt;
    verdict.transcripts.push({ check, goodSlotAt: null });
  } else if (result.status !== "up" || isChange) {
    verdict.transcripts.push({ check, goodSlotAt: row.goodSlotAt });
  }

  if (!isLatest) return;
  row.health = judgement.health;
  row.checkedRevision = row.revision;
  row.latest = { status: result.status, reason, replyCode: result.reason?.reply?.code ?? null, ms: Math.round(result.durationMs) };
  verdict.confirmation =
    judgement.confirmAt === null ? null : { monitorId, revision: row.revision, confirmAt: judgement.confirmAt };
}

function isGoodDue(row: HealthRow, slotAt: number): boolean {
  return row.goodSlotAt === null || slotAt - row.goodSlotAt >= REFRESH_GOOD_AFTER_MS;
}
