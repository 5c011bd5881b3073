import type { SmtpTarget } from "#core/monitor.ts";
import { redactResult } from "#core/redact-result.ts";
import { REPLY_STAGES, type Reason } from "#core/reason.ts";
import { statusOfReason } from "#core/reason-status.ts";
import type { CheckResult, DnsAnswer } from "#core/result.ts";
import { trimTranscript } from "#core/trim-transcript.ts";
import { sharedSecureContext } from "#network/secure-context.ts";
import { Session } from "#network/session.ts";
import { LoginTurns } from "#protocols/smtp/auth/login-turns.ts";
import { degrade, type SmtpDialogue } from "#protocols/smtp/dialogue.ts";
import { quit } from "#protocols/smtp/quit.ts";
import { REPLY_LINE } from "#protocols/smtp/reply-parser.ts";
import { connect } from "./connect.ts";
import type { ProbeOptions } from "./probe.ts";
import { resolve } from "./resolve.ts";
import { STAGE_LIMITS_MS } from "./stage-limits.ts";
import { takeSmtpSteps } from "./take-smtp-steps.ts";

/** A check that waited for its turn for more than this share of its time limit cannot tell a slow server from a busy one. */
const MOST_WAITED = 0.1;

/** One way to a server: its name where there are several, and its addresses, found by DNS for `families` where they are not given. */
export type Way = { name?: string; families?: readonly DnsAnswer["type"][]; addresses?: string[]; logins?: LoginTurns };

/** Walks one way to a server, from the lookup to the farewell. */
export async function walkSmtp(target: SmtpTarget, way: Way, options: ProbeOptions): Promise<CheckResult> {
  const startedAt = Date.now();
  const dialogue = openDialogue(target, way, options);
  const { session } = dialogue;
  try {
    const reason = withoutBlame(session, await walk(dialogue, way, options));
    if (dialogue.facts.banner !== null && session.isOpen) await session.run("quit", () => quit(dialogue));
    tellOddities(dialogue);
    tellSlowness(dialogue);
    return resultOf(startedAt, dialogue, reason);
  } finally {
    session.close();
  }
}

/** Only looks the addresses up. `result` is that of a check that ended there, where they cannot be found. */
export async function findAddresses(
  target: SmtpTarget,
  options: ProbeOptions,
): Promise<{ addresses: string[]; result: CheckResult | null }> {
  const startedAt = Date.now();
  const dialogue = openDialogue(target, {}, options);
  const { session, facts } = dialogue;
  try {
    const reason = await session.run("dns", () => resolve(session, target, ["A", "AAAA"], options, facts));
    return { addresses: facts.addresses, result: reason === null ? null : resultOf(startedAt, dialogue, reason) };
  } finally {
    session.close();
  }
}

/** Finds the server, connects and goes through the dialogue with it; the first reason to stop ends it. */
async function walk(dialogue: SmtpDialogue, way: Way, options: ProbeOptions): Promise<Reason | null> {
  const { session, target, facts } = dialogue;
  return (
    (way.addresses ? take(dialogue, way.addresses) : await session.run("dns", () => find(dialogue, way, options))) ??
    (await session.run("connect", () => connect(session, target.port, options, facts))) ??
    (await takeSmtpSteps(dialogue))
  );
}

function find({ session, target, facts }: SmtpDialogue, { families }: Way, options: ProbeOptions): Promise<Reason | null> {
  return resolve(session, target, families ?? ["A", "AAAA"], options, facts);
}

function take({ facts }: SmtpDialogue, addresses: string[]): null {
  facts.addresses = addresses;
  return null;
}

/** What was odd about replies degrades a check that went well otherwise. */
function tellOddities(dialogue: SmtpDialogue): void {
  for (const { stage, kind, detail } of dialogue.session.oddities) {
    const replyStage = REPLY_STAGES.find((each) => each === stage);
    if (replyStage === undefined) dialogue.session.warn(detail);
    else degrade(dialogue, { code: `${replyStage}.${kind}`, stage, reply: null, detail });
  }
}

/** So does a stage that took longer than the monitor's owner wants it to. */
function tellSlowness(dialogue: SmtpDialogue): void {
  const { slowMs } = dialogue.target;
  if (slowMs === undefined) return;
  for (const { stage, ms } of dialogue.session.stages) {
    const limitMs = slowMs[stage];
    if (limitMs === undefined || ms <= limitMs) continue;
    degrade(dialogue, {
      code: `${stage}.slow`,
      stage,
      reply: null,
      detail: `It took ${Math.round(ms)} ms; slow is more than ${limitMs} ms.`,
    });
  }
}

/** Time that ran out because the check had waited for its turn is nothing the server can be blamed for. */
function withoutBlame({ clock: { deadline, waitedMs } }: Session, reason: Reason | null): Reason | null {
  if (!reason?.code.endsWith(".timeout") || !deadline.hasPassed || waitedMs < deadline.limitMs * MOST_WAITED) return reason;
  return { ...reason, code: "connect.busy", detail: `${Math.round(waitedMs)} ms of the time went by in waiting for its turn.` };
}

function openDialogue(target: SmtpTarget, way: Way, options: ProbeOptions): SmtpDialogue {
  const { timeLimitMs, stageLimitsMs = STAGE_LIMITS_MS, secret = null, onLine } = options;
  const ca = target.trust?.ca;
  return {
    session: new Session({
      timeLimitMs,
      stageLimitsMs,
      path: way.name,
      secrets: secret === null ? [] : [secret],
      opening: options.allowPrivate ? undefined : REPLY_LINE,
      onLine,
    }),
    target,
    memory: options.memory ?? { hasOfferedStarttls: false, isLoginRefused: false },
    secret,
    logins: way.logins ?? new LoginTurns(),
    secureContext: sharedSecureContext(ca === undefined ? options.extraCas : [...(options.extraCas ?? []), ca]),
    offeredInClear: [],
    isReadyForTls: false,
    isPrivate: false,
    isOver: false,
    degraded: null,
    retryAt: null,
    facts: { addresses: [], address: null, banner: null, capabilities: [], tls: null, certificate: null },
  };
}

function resultOf(startedAt: number, { session, facts, degraded, retryAt }: SmtpDialogue, reason: Reason | null): CheckResult {
  const result: CheckResult = {
    status: reason !== null ? statusOfReason(reason.code) : degraded !== null ? "degraded" : "up",
    reason: reason ?? degraded,
    startedAt,
    durationMs: session.clock.elapsedMs(),
    stages: session.stages,
    facts,
    warnings: session.warnings,
    transcript: trimTranscript(session.transcript.lines),
    ...(retryAt === null ? {} : { retryAt }),
  };
  return redactResult(result, session.secrets);
}
