import type { X509Certificate } from "node:crypto";
import { noFacts } from "#core/check/bare-result.ts";
import type { Reply } from "#core/check/reply.ts";
import type { Facts } from "#core/check/result.ts";
import type { DialogueTarget } from "#core/monitor/monitor.ts";
import type { Reason, ReplyStage } from "#core/reason/reason.ts";
import type { Memory } from "#core/system/memory.ts";
import type { Failure } from "#network/failure.ts";
import type { Session } from "#network/session.ts";
import { LoginTurns } from "./sasl/login-turns.ts";

/**
 * What the commands of one dialogue share, whatever the protocol. Each command is a function of it that returns its reason to stop, or null to go on;
 * what it learned is in `facts`, and what is wrong but stops nobody in `degraded`, the first such reason.
 */
export type Dialogue<T extends DialogueTarget = DialogueTarget> = {
  session: Session;
  target: T;
  facts: Facts;
  memory: Memory;
  /** Authorities (PEM) that are trusted besides the usual ones and the target's own. */
  extraCas: readonly string[];
  /** The password or token of the target's login. */
  secret: string | null;
  /** Shared with the other ways of the same check. */
  logins: LoginTurns;
  /** Gets every certificate that the server shows. */
  onCertificates: ((certificates: readonly X509Certificate[]) => void) | null;
  /** The clock of this check, in epoch milliseconds. */
  now: () => number;
  /** What was offered before TLS, which no longer counts. */
  offeredInClear: readonly string[];
  /** The server agreed to begin TLS: the next bytes are TLS. */
  isReadyForTls: boolean;
  /** What is said is encrypted, to a server whose certificate was accepted: a login may go this way. */
  isPrivate: boolean;
  /** A reply that counts as fine, or a login that nobody should do, has ended the dialogue without a failure. */
  isOver: boolean;
  degraded: Reason | null;
  /** When the server wants to be asked again, in epoch milliseconds. */
  retryAt: number | null;
};

/** What a dialogue may be begun with. */
export type Beginning = Partial<Pick<Dialogue, "memory" | "extraCas" | "secret" | "logins" | "onCertificates" | "now">>;

/** A dialogue in which nothing was said yet, of a check that knows nothing from earlier ones where it is not told. */
export function beginDialogue<T extends DialogueTarget>(session: Session, target: T, beginning: Beginning = {}): Dialogue<T> {
  return {
    session,
    target,
    facts: noFacts(),
    memory: beginning.memory ?? { hasOfferedStarttls: false, isLoginRefused: false },
    extraCas: beginning.extraCas ?? [],
    secret: beginning.secret ?? null,
    logins: beginning.logins ?? new LoginTurns(),
    onCertificates: beginning.onCertificates ?? null,
    now: beginning.now ?? Date.now,
    offeredInClear: [],
    isReadyForTls: false,
    isPrivate: false,
    isOver: false,
    degraded: null,
    retryAt: null,
  };
}

/** The dialogue goes on, with something to tell. */
export function degrade(dialogue: Dialogue, reason: Reason): void {
  dialogue.degraded ??= reason;
  dialogue.session.markFailed(reason);
}

/**
 * Why a dialogue stops at an answer that was not the one hoped for; null, and the dialogue is over, where the monitor's owner says
 * that this reply code is fine.
 */
export function answerReason(dialogue: Dialogue, stage: ReplyStage, answer: Reply | Failure): Reason | null {
  if ("failure" in answer) return { code: `${stage}.${answer.failure}`, stage, reply: null, detail: answer.detail };
  if (isFine(dialogue.target, answer)) {
    dialogue.isOver = true;
    dialogue.session.warn(`The reply code ${answer.code} counts as fine here, and the check ends with it.`);
    return null;
  }
  return { code: `${stage}.reply`, stage, reply: answer, detail: null };
}

/** Only SMTP has codes that somebody could name. */
function isFine(target: DialogueTarget, { code }: Reply): boolean {
  return target.kind === "smtp" && typeof code === "number" && (target.expect?.fineCodes?.includes(code) ?? false);
}
