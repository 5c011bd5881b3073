import { DIALOGUE_KINDS, SCRIPT_STAGES_OF, STAGES, STAGES_OF, type DialogueKind, type Stage } from "../check/stage.ts";
import type { Status } from "../check/status.ts";
import { diagnose, type Diagnosis } from "../diagnosis/diagnosis.ts";
import { EXAMPLE_TARGET, EXAMPLE_TARGETS, filledIn } from "../diagnosis/fill-in.ts";
import { REFUSALS } from "../diagnosis/refusals.ts";
import type { Refusal } from "../diagnosis/refusals/refusal.ts";
import { statusOfReason } from "./reason-status.ts";
import { REASON_CODES, type ReasonCode } from "./reason.ts";

/** A reason as it is explained to somebody who has none of their own: its commands are about an example. */
export type ExplainedReason = Diagnosis & { status: Status };

/** A refusal explained in the same way. */
export type ExplainedRefusal = Pick<Refusal, "id" | "title" | "said" | "cause" | "plain" | "expert" | "rfc"> & { next: string[] };

/** Reasons of one stage; `check` is the whole check, where the trouble is ours. */
export type ReasonGroup = { stage: Stage | "check"; reasons: ExplainedReason[] };

const REASONS: readonly ExplainedReason[] = REASON_CODES.map((code) => explained(code));

/** The reasons that a check of a kind can have, as they are in it. */
const REASONS_OF: Record<DialogueKind, readonly ExplainedReason[]> = {
  smtp: reasonsOf("smtp"),
  imap: reasonsOf("imap"),
  pop3: reasonsOf("pop3"),
};

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
 * All reasons by stage in wire order, and all refusals that are known: those have numbers, so they are SMTP's. With a kind only what it has,
 * and as it is there; with a text only those that hold each of its words, in whatever
 * case. A stage without any is left out.
 */
export function reasonCatalogue(
  text = "",
  kind: DialogueKind | null = null,
): { groups: ReasonGroup[]; refusals: ExplainedRefusal[] } {
  const words = text.toLowerCase().split(/\s+/);
  const holds = (...said: string[]) => words.every((word) => said.join("\n").toLowerCase().includes(word));

  const all = kind === null ? REASONS : REASONS_OF[kind];
  const reasons = all.filter(({ code, headline, plain, expert, next }) => holds(code, headline, plain, expert, ...next));
  const numbered = kind === null || kind === "smtp" ? EXPLAINED_REFUSALS : [];
  const refusals = numbered.filter(({ title, said, plain, expert, next }) => holds(title, ...said, plain, expert, ...next));
  const groups = [...STAGES, "check" as const].map((stage) => ({
    stage,
    reasons: reasons.filter(({ code }) => code.startsWith(`${stage}.`)),
  }));
  return { groups: groups.filter((group) => group.reasons.length > 0), refusals };
}

function reasonsOf(kind: DialogueKind): ExplainedReason[] {
  return REASON_CODES.filter(isOf(kind)).map((code) => explained(code, kind));
}

function explained(code: ReasonCode, kind?: DialogueKind): ExplainedReason {
  const reason = { code, stage: null, reply: null, detail: null };
  return { ...diagnose(reason, kind && EXAMPLE_TARGETS[kind]), status: statusOfReason(code) };
}

function isOf(kind: DialogueKind): (code: ReasonCode) => boolean {
  const stages: readonly string[] = [...STAGES_OF[kind], ...SCRIPT_STAGES_OF[kind], "check"];
  const others = DIALOGUE_KINDS.filter((each) => each !== kind).map((each) => `greeting.not-${each}`);
  return (code) =>
    stages.includes(code.split(".")[0]!) && !others.includes(code) && !(code === "greeting.preauth" && kind !== "imap");
}

function asExample(text: string): string {
  return filledIn(text, EXAMPLE_TARGET);
}
