import { redactResult } from "#core/check/redact-result.ts";
import type { CheckResult } from "#core/check/result.ts";
import { isDialogueStage } from "#core/check/stage.ts";
import type { DialogueTarget } from "#core/monitor/monitor.ts";
import { statusOfReason } from "#core/reason/reason-status.ts";
import { REPLY_STAGES, type Reason } from "#core/reason/reason.ts";
import { trimTranscript } from "#core/transcript/trim-transcript.ts";
import { Session } from "#network/session.ts";
import { beginDialogue, degrade, type Dialogue } from "#protocols/dialogue.ts";
import type { ProbeOptions } from "./probe.ts";
import { BOTH_FAMILIES, resolve } from "./resolve.ts";
import { STAGE_LIMITS_MS } from "./stage-limits.ts";
import { takeSteps, type Protocol } from "./steps.ts";
import type { Way } from "./way.ts";

/** A check that waited for its turn for more than this share of its time limit cannot tell a slow server from a busy one. */
const MOST_WAITED = 0.1;

/** Walks one way to a server, from the lookup to the farewell. */
export async function walk<T extends DialogueTarget>(
  protocol: Protocol<T>,
  target: T,
  way: Way,
  options: ProbeOptions,
): Promise<CheckResult> {
  const dialogue = openDialogue(protocol, target, way, options);
  const { farewell } = protocol;
  const { session } = dialogue;
  const startedAt = dialogue.now();
  try {
    const reason = withoutBlame(session, await takeSteps(protocol, dialogue, way, options));
    if (dialogue.facts.banner !== null && session.isOpen) await session.run(farewell.stage, () => farewell.command(dialogue));
    tellOddities(dialogue);
    tellSlowness(dialogue);
    return resultOf(startedAt, dialogue, reason);
  } finally {
    session.close();
  }
}

/** Only looks the addresses up. `result` is that of a check that ended there, where they cannot be found. */
export async function findAddresses<T extends DialogueTarget>(
  protocol: Protocol<T>,
  target: T,
  options: ProbeOptions,
): Promise<{ addresses: string[]; result: CheckResult | null }> {
  const dialogue = openDialogue(protocol, target, {}, options);
  const { session, facts } = dialogue;
  const startedAt = dialogue.now();
  try {
    const reason = await session.run("dns", () => resolve(session, target, BOTH_FAMILIES, options, facts));
    return { addresses: facts.addresses, result: reason === null ? null : resultOf(startedAt, dialogue, reason) };
  } finally {
    session.close();
  }
}

/** What was odd about replies degrades a check that went well otherwise. */
export function tellOddities(dialogue: Dialogue): void {
  for (const { stage, kind, detail } of dialogue.session.oddities) {
    const replyStage = REPLY_STAGES.find((each) => each === stage);
    if (replyStage === undefined) dialogue.session.warn(detail);
    else degrade(dialogue, { code: `${replyStage}.${kind}`, stage, reply: null, detail });
  }
}

/** So does a stage that took longer than the monitor's owner wants it to. */
function tellSlowness(dialogue: Dialogue): void {
  const { slowMs } = dialogue.target;
  if (slowMs === undefined) return;
  for (const { stage, ms } of dialogue.session.stages) {
    const limitMs = slowMs[stage];
    if (!isDialogueStage(stage) || limitMs === undefined || ms <= limitMs) continue;
    degrade(dialogue, {
      code: `${stage}.slow`,
      stage,
      reply: null,
      detail: `It took ${Math.round(ms)} ms; slow is more than ${limitMs} ms.`,
    });
  }
}

/** Time that ran out because the check had waited for its turn is nothing the server can be blamed for. */
export function withoutBlame({ clock: { deadline, waitedMs } }: Session, reason: Reason | null): Reason | null {
  if (!reason?.code.endsWith(".timeout") || !deadline.hasPassed || waitedMs < deadline.limitMs * MOST_WAITED) return reason;
  return { ...reason, code: "connect.busy", detail: `${Math.round(waitedMs)} ms of the time went by in waiting for its turn.` };
}

function openDialogue<T extends DialogueTarget>(
  { opening, lines }: Protocol<T>,
  target: T,
  way: Way,
  options: ProbeOptions,
): Dialogue<T> {
  const { timeLimitMs, stageLimitsMs = STAGE_LIMITS_MS, secret, memory, extraCas, now, onLine, onCertificates } = options;
  const session = new Session({
    timeLimitMs,
    stageLimitsMs,
    path: way.name,
    secrets: secret ? [secret] : [],
    opening: options.allowPrivate ? undefined : opening,
    lines,
    onLine,
  });
  const dialogue = beginDialogue(session, target, { secret, memory, extraCas, logins: way.logins, now, onCertificates });
  dialogue.facts.addresses = way.addresses ?? [];
  return dialogue;
}

function resultOf(startedAt: number, { session, facts, degraded, retryAt }: Dialogue, reason: Reason | null): CheckResult {
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
