import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { noFacts } from "#core/check/bare-result.ts";
import { redactResult } from "#core/check/redact-result.ts";
import type { CheckResult, Facts } from "#core/check/result.ts";
import type { StageReport } from "#core/check/stage.ts";
import { stepInWords, type FlowStep, type StepPlace } from "#core/mailflow/flow.ts";
import type { MailflowTarget } from "#core/monitor/monitor.ts";
import { statusOfReason } from "#core/reason/reason-status.ts";
import type { Reason, ServerAt } from "#core/reason/reason.ts";
import { readScript } from "#core/script/read-script.ts";
import { protocolOf, type Step } from "#core/script/step.ts";
import { trimTranscript } from "#core/transcript/trim-transcript.ts";
import { Session } from "#network/session.ts";
import type { Dialogue } from "#protocols/dialogue.ts";
import { logout } from "#protocols/imap/logout.ts";
import { quit as quitPop3 } from "#protocols/pop3/quit.ts";
import { quit as quitSmtp } from "#protocols/smtp/quit.ts";
import { expectStep, setStep } from "./mailflow/expect-step.ts";
import { noteEarlier, noteFound } from "./mailflow/find-message.ts";
import { imapStep } from "./mailflow/imap-step.ts";
import { linesSoFar, markEnd, markStep } from "./mailflow/mark-step.ts";
import { noteFetched } from "./mailflow/note-fetched.ts";
import { pop3Step } from "./mailflow/pop3-step.ts";
import type { Running } from "./mailflow/running.ts";
import { shareTurns } from "./mailflow/share-turns.ts";
import { smtpStep } from "./mailflow/smtp-step.ts";
import type { ProbeOptions } from "./probe.ts";
import { STAGE_LIMITS_MS } from "./stage-limits.ts";
import { tellOddities, withoutBlame } from "./walk.ts";

/** Where there are steps that are always done, so much of the time is kept for them at most, in ms. */
const KEPT_BACK_MS = 10_000;

/**
 * Runs a script: its steps in their order until one fails, then those that are always done. All servers share one deadline, one transcript and the
 * address guard. Never throws for what a server did; throws where it has no script or nobody who keeps its runs.
 */
export async function probeMailflow(target: MailflowTarget, options: ProbeOptions): Promise<CheckResult> {
  const running = begin(target, options);
  const startedAt = running.now();
  const steps: FlowStep[] = [];
  try {
    const { steps: main, always = [] } = running.script;
    const keptBackMs = always.length === 0 ? 0 : Math.min(KEPT_BACK_MS, options.timeLimitMs / 4);
    const reason = await takeAll(running, main, "steps", keptBackMs, steps);
    const afterwards = await takeAll(running, always, "always", 0, steps);
    if (afterwards !== null) running.degraded ??= afterwards;
    await leave(running);
    const told = reason ?? notConfirmed(running);
    await markEnd(running, told);
    return resultOf(running, startedAt, steps, told);
  } finally {
    for (const { session } of running.dialogues) session.close();
    running.first.close();
  }
}

function begin({ script: text }: MailflowTarget, options: ProbeOptions): Running {
  const { script } = readScript(text);
  const { run, secret, timeLimitMs, onLine, now = Date.now } = options;
  if (script === null || run === undefined) throw new Error("A script that is run is right, and somebody keeps its runs.");
  const secrets = secret ? secretsByName(secret) : {};
  const first = new Session({
    timeLimitMs,
    stageLimitsMs: options.stageLimitsMs ?? STAGE_LIMITS_MS,
    secrets: Object.values(secrets),
    onLine,
  });
  const values = new Map([["token", run.token], ...(run.inbound === null ? [] : [["inbound", run.inbound] as const])]);
  return {
    script,
    run,
    options: { ...options, takeTurn: options.takeTurn && shareTurns(options.takeTurn) },
    first,
    leftMs: () => first.clock.deadline.remainingMs(),
    now,
    secrets,
    values,
    open: {},
    dialogues: [],
    reply: null,
    recipients: [],
    sender: "",
    sent: null,
    unconfirmed: null,
    found: null,
    places: { imap: [], pop3: [] },
    pop3Way: null,
    message: null,
    late: [],
    degraded: null,
    degradedLine: null,
    status: null,
    retryAt: null,
  };
}

const byName = z.record(z.string(), z.string());

/** What JSON.parse says of a text it cannot read has the text in it: that is never told. */
function secretsByName(secret: string): Record<string, string> {
  try {
    return byName.parse(JSON.parse(secret));
  } catch {
    throw new Error("The passwords of a script are not there by their names.");
  }
}

/** Takes steps until one fails, and tells of the others that they were skipped. Of what is always done each is tried whose connection is there. */
async function takeAll(
  running: Running,
  script: readonly Step[],
  list: StepPlace["list"],
  keptBackMs: number,
  told: FlowStep[],
): Promise<Reason | null> {
  const tell = (step: FlowStep) => {
    told.push(step);
    running.options.onStep?.({ ...step, says: running.first.secrets.takenOutOf(step.says) });
  };
  let stopped: Reason | null = null;
  for (const [index, step] of script.entries()) {
    const says = step.name ?? stepInWords(step);
    const startedAtMs = performance.now();
    const linesBefore = linesSoFar(running);
    const wasDegraded = isDegraded(running);
    if ((stopped !== null && list === "steps") || (list === "always" && !isPossible(running, step))) {
      tell({ list, index, says, outcome: "skipped", ms: 0 });
      continue;
    }
    const endsAtMs = "limit" in step && step.limit !== undefined ? startedAtMs + step.limit : Infinity;
    const { deadline } = running.first.clock;
    running.leftMs = () => Math.max(0, Math.min(endsAtMs - performance.now(), deadline.remainingMs() - keptBackMs));
    const reason = withAt(running, step, await take(running, step));
    await markStep(running, linesBefore, reason);
    const ms = Math.round((performance.now() - startedAtMs) * 10) / 10;
    tell({
      list,
      index,
      says,
      outcome: reason !== null ? "failed" : isDegraded(running) && !wasDegraded ? "degraded" : "done",
      ms,
    });
    stopped ??= reason;
  }
  return stopped;
}

function isDegraded({ degraded, dialogues }: Running): boolean {
  return degraded !== null || dialogues.some((dialogue) => dialogue.degraded !== null);
}

async function take(running: Running, step: Step): Promise<Reason | null> {
  if ("smtp" in step) return smtpStep(running, step);
  if ("imap" in step) return imapStep(running, step);
  if ("pop3" in step) return pop3Step(running, step);
  if ("inbound" in step) return receive(running);
  if ("expect" in step) return expectStep(running, step);
  if ("set" in step) return setStep(running, step);
  await pause(Math.min(step.wait, running.leftMs()));
  return null;
}

/** Waits for the message at the address at which we receive mail for this monitor. Those of earlier runs that have come by then are late. */
async function receive(running: Running): Promise<Reason | null> {
  const { run, first } = running;
  return first.run("delivery", async () => {
    const received = run.inbound === null ? null : await run.receive(Math.max(1, running.leftMs()));
    for (const late of await run.receiveLate()) await noteEarlier(running, { ...late, folder: run.inbound! });
    if (received === null)
      return {
        code: "delivery.lost",
        stage: "delivery",
        reply: null,
        detail: `Nothing came to ${run.inbound ?? "us: no address is set up for it"}.`,
      };
    await noteFound(running, run.inbound!, received.arrivedAt);
    await noteFetched(running, received.raw.toString("latin1"), null);
    return null;
  });
}

/** A connection that is not there, or was lost, does nothing any more. */
function isPossible({ open }: Running, step: Step): boolean {
  const protocol = protocolOf(step);
  if (protocol === null || "server" in step) return true;
  return open[protocol]?.session.isOpen ?? false;
}

/** The reason with the server of whom it is told. */
function withAt(running: Running, step: Step, reason: Reason | null): Reason | null {
  const protocol = protocolOf(step);
  if (reason === null || protocol === null) return reason;
  const dialogue = running.dialogues.findLast(({ target }) => target.kind === protocol);
  if (dialogue === undefined) return reason;
  const told = withoutBlame(dialogue.session, reason)!;
  return { ...told, at: serverOf(dialogue) };
}

function serverOf({ target: { kind, host, port, tls } }: Dialogue): ServerAt {
  return { kind, host, port, tls };
}

/** Nobody knows whether the message was taken, and nothing of the script looked for it. */
function notConfirmed({ unconfirmed, found }: Running): Reason | null {
  return found === null ? unconfirmed : null;
}

/** Takes leave of whoever still listens. */
async function leave({ open: { smtp, imap, pop3 } }: Running): Promise<void> {
  if (smtp?.session.isOpen) await smtp.session.run("quit", () => quitSmtp(smtp));
  if (imap?.session.isOpen) await imap.session.run("logout", () => logout(imap));
  if (pop3?.session.isOpen) await pop3.session.run("quit", () => quitPop3(pop3));
}

function resultOf(running: Running, startedAt: number, steps: FlowStep[], reason: Reason | null): CheckResult {
  const { first, dialogues, run, message, late, retryAt } = running;
  for (const dialogue of dialogues) {
    tellOddities(dialogue);
    if (dialogue.degraded !== null) running.degraded ??= { ...dialogue.degraded, at: serverOf(dialogue) };
  }
  const facts = factsOf(running, reason);
  const result: CheckResult = {
    status: reason !== null ? (running.status ?? statusOfReason(reason.code)) : running.degraded !== null ? "degraded" : "up",
    reason: reason ?? running.degraded,
    startedAt,
    durationMs: first.clock.elapsedMs(),
    stages: joined([...dialogues.map(({ session }) => session), first].flatMap(({ stages }) => stages)),
    facts: { ...facts, flow: { token: run.token, steps, message, late } },
    warnings: first.warnings,
    transcript: trimTranscript(first.transcript.lines),
    ...(retryAt === null ? {} : { retryAt }),
  };
  return redactResult(result, first.secrets);
}

/** What was learned about the server of whom the reason is told, or else the first. */
function factsOf({ dialogues }: Running, reason: Reason | null): Facts {
  const { at } = reason ?? {};
  const dialogue = (at && dialogues.findLast(({ target }) => target.host === at.host && target.port === at.port)) ?? dialogues[0];
  return dialogue?.facts ?? noFacts();
}

/** Each stage once, with all the time it took and its last reply. */
function joined(stages: readonly StageReport[]): StageReport[] {
  const joinedStages = new Map<StageReport["stage"], StageReport>();
  for (const { stage, ms, reply } of stages) {
    const before = joinedStages.get(stage);
    joinedStages.set(stage, { stage, ms: Math.round(((before?.ms ?? 0) + ms) * 10) / 10, reply: reply ?? before?.reply ?? null });
  }
  return [...joinedStages.values()];
}
