import { diagnose, type Diagnosis } from "./diagnosis.ts";
import { EXAMPLE_TARGET, filledIn } from "./diagnosis/fill-in.ts";
import { REFUSALS } from "./diagnosis/refusals.ts";
import type { Refusal } from "./diagnosis/refusals/refusal.ts";
import { REASON_CODES } from "./reason.ts";
import { statusOfReason } from "./reason-status.ts";
import { STAGES, type Stage } from "./stage.ts";
import type { Status } from "./status.ts";

/** A reason as it is explained to somebody who has none of their own: its commands are about an example. */
export type ExplainedReason = Diagnosis & { status: Status };

/** A refusal explained in the same way. */
export type ExplainedRefusal = Pick<Refusal, "id" | "title" | "said" | "cause" | "plain" | "expert" | "rfc"> & { next: string[] };

/** Reasons of one stage; `check` is the whole check, where the trouble is ours. */
export type ReasonGroup = { stage: Stage | "check"; reasons: ExplainedReason[] };

const REASONS: readonly ExplainedReason[] = REASON_CODES.map((code) => ({
  ...diagnose({ code, stage: null, reply: null, detail: null }),
  status: statusOfReason(code),
}));

const EXPLAINED_REFUSALS: readonly ExplainedRefusal[] = REFUSALS.map((refusal) => ({
  id: refusal.id,
  title: refusal.title,
  said: refusal.said,
  cause: refusal.cause,
  plain: asExample(refusal.plain),
  expert: asExample(refusal.expert),
  next: refusal.next.map(asExample),
  rfc: refusal.rfc,
}));

/**
 * All reasons by stage in wire order, and all refusals that are known; with a text only those that hold each of its words, in whatever
 * case. A stage without any is left out.
 */
export function reasonCatalogue(text = ""): { groups: ReasonGroup[]; refusals: ExplainedRefusal[] } {
  const words = text.toLowerCase().split(/\s+/);
  const holds = (...said: string[]) => words.every((word) => said.join("\n").toLowerCase().includes(word));

  const reasons = REASONS.filter(({ code, headline, plain, expert, next }) => holds(code, headline, plain, expert, ...next));
  const refusals = EXPLAINED_REFUSALS.filter(({ title, said, plain, expert, next }) =>
    holds(title, ...said, plain, expert, ...next),
  );
  const groups = [...STAGES, "check" as const].map((stage) => ({
    stage,
    reasons: reasons.filter(({ code }) => code.startsWith(`${stage}.`)),
  }));
  return { groups: groups.filter((group) => group.reasons.length > 0), refusals };
}

function asExample(text: string): string {
  return filledIn(text, EXAMPLE_TARGET);
}
