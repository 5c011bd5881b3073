import type { Status } from "#core/check/status.ts";
import type { Health, Transition } from "#core/judging/health.ts";
import { judge, type Judged, type Judgement, type JudgingPolicy } from "#core/judging/judge.ts";
import type { ReasonCode } from "#core/reason/reason.ts";

/** One check a minute, and two more that have to agree. */
export const POLICY: JudgingPolicy = { confirmations: 2, intervalS: 60, incidentFrom: "down" };

/** The same where being degraded is an incident. */
export const STRICT: JudgingPolicy = { ...POLICY, incidentFrom: "degraded" };

/** The health of a monitor that was never checked. */
export const NEW: Health = { status: "unknown", reason: null, since: 0, lastSlotAt: null, contrary: null, retryAt: null };

const REASONS: Record<Status, ReasonCode | null> = {
  up: null,
  degraded: "tls.expiring",
  down: "connect.refused",
  unknown: "dns.servfail",
};

/** A result of the slot at so many seconds, whose check began so many milliseconds later. */
export function result(status: Status, slotS: number, lateMs = 3): Judged {
  return { locationId: 1, status, reason: REASONS[status], slotAt: slotS * 1000, startedAt: slotS * 1000 + lateMs };
}

const STATUS_OF: Record<string, Status> = { u: "up", g: "degraded", d: "down", "?": "unknown" };
const MARK_OF: Record<string, string> = { up: "u", degraded: "g", down: "d", unknown: "?" };
const INCIDENT_MARKS = { open: "+", worsen: "!", ease: "~", resolve: "-" } as const;

/** Results one a minute, each a letter: u(p), (de)g(raded), d(own), ? for unknown. */
export function minutely(marks: string): Judged[] {
  return Array.from(marks, (mark, minute) => result(STATUS_OF[mark]!, minute * 60));
}

/** The status after each judgement, in the letters of `minutely`. */
export function statusMarks(judgements: readonly Judgement[]): string {
  return judgements.map(({ health }) => MARK_OF[health.status]).join("");
}

/** What became of the incident at each judgement: + opened, ! down again, ~ only degraded now, - resolved. */
export function incidentMarks(judgements: readonly Judgement[]): string {
  return judgements.map(({ incident }) => (incident === null ? "." : INCIDENT_MARKS[incident.kind])).join("");
}

/** The judgement of a result that changes nothing. */
export function unchanged(health: Health): Judgement {
  return { health, transitions: [], incident: null, looks: [], vote: null };
}

/** When the same place is to look again, in epoch milliseconds, or null. */
export function againAt({ looks }: Judgement): number | null {
  return looks.find(({ kind }) => kind === "again")?.slotAt ?? null;
}

/** Whether an incident is open after a judgement, which was open before it or not. */
export function isOpenAfter({ incident }: Judgement, isOpen: boolean): boolean {
  if (incident?.kind === "open") return true;
  return incident?.kind === "resolve" ? false : isOpen;
}

/** Judges results one after the other. */
export function judgeAll(
  health: Health,
  results: readonly Judged[],
  policy = POLICY,
): { health: Health; judgements: Judgement[]; transitions: Transition[] } {
  const judgements: Judgement[] = [];
  let isOpen = false;
  for (const each of results) {
    const judgement = judge(health, each, policy, isOpen);
    judgements.push(judgement);
    health = judgement.health;
    isOpen = isOpenAfter(judgement, isOpen);
  }
  return { health, judgements, transitions: judgements.flatMap((judgement) => judgement.transitions) };
}
