import type { SmtpTarget } from "#core/monitor.ts";
import type { Reason } from "#core/reason.ts";
import { statusOfReason } from "#core/reason-status.ts";
import type { CheckResult } from "#core/result.ts";
import type { Stage } from "#core/stage.ts";
import { trimTranscript } from "#core/trim-transcript.ts";
import { sharedSecureContext } from "#network/secure-context.ts";
import { Session } from "#network/session.ts";
import { offersStarttls } from "#protocols/smtp/dialogue.ts";
import type { SmtpDialogue } from "#protocols/smtp/dialogue.ts";
import { ehlo } from "#protocols/smtp/ehlo.ts";
import { greeting } from "#protocols/smtp/greeting.ts";
import { quit } from "#protocols/smtp/quit.ts";
import { starttls } from "#protocols/smtp/starttls.ts";
import { tls } from "#protocols/smtp/tls.ts";
import { connect } from "./connect.ts";
import type { ProbeOptions } from "./probe.ts";
import { resolve } from "./resolve.ts";

/**
 * Meets an SMTP server the way a mail client does, up to EHLO (after TLS, where TLS is used), and takes leave. Never throws for
 * what the server did. Ends with the time limit at the latest; the farewell may take one more second of it, never more.
 */
export async function probeSmtp(target: SmtpTarget, options: ProbeOptions): Promise<CheckResult> {
  const startedAt = Date.now();
  const session = new Session(options);
  try {
    const dialogue = openDialogue(target, session, options);
    const reason = await walk(dialogue, options);
    if (dialogue.facts.banner !== null && session.isOpen) await session.run("quit", () => quit(dialogue));
    return resultOf(startedAt, dialogue, reason);
  } finally {
    session.close();
  }
}

/** The dialogue in the order of the wire; the first reason to stop ends it. */
async function walk(dialogue: SmtpDialogue, options: ProbeOptions): Promise<Reason | null> {
  const { session, target, facts } = dialogue;
  const run = (stage: Stage, command: (dialogue: SmtpDialogue) => Promise<Reason | null>) =>
    session.run(stage, () => command(dialogue));
  return (
    (await run("dns", () => resolve(session, target.host, options.dnsServers, facts))) ??
    (await run("connect", () => connect(session, target.port, options.allowPrivate, facts))) ??
    (target.tls === "implicit" ? await run("tls", tls) : null) ??
    (await run("greeting", greeting)) ??
    (await run("ehlo", ehlo)) ??
    (wantsStarttls(dialogue) ? await run("starttls", starttls) : null) ??
    (dialogue.isReadyForTls ? await run("tls", tls) : null) ??
    (dialogue.isReadyForTls ? await run("ehlo-tls", () => ehlo(dialogue, "ehlo-tls")) : null)
  );
}

function wantsStarttls(dialogue: SmtpDialogue): boolean {
  const { tls } = dialogue.target;
  return tls === "starttls-required" || (tls === "starttls" && offersStarttls(dialogue));
}

function openDialogue(target: SmtpTarget, session: Session, options: ProbeOptions): SmtpDialogue {
  return {
    session,
    target,
    secureContext: sharedSecureContext(options.extraCas),
    isReadyForTls: false,
    degraded: null,
    facts: { addresses: [], address: null, banner: null, capabilities: [], tls: null, certificate: null },
  };
}

function resultOf(startedAt: number, { session, facts, degraded }: SmtpDialogue, reason: Reason | null): CheckResult {
  return {
    status: reason !== null ? statusOfReason(reason.code) : degraded !== null ? "degraded" : "up",
    reason: reason ?? degraded,
    startedAt,
    durationMs: session.elapsedMs(),
    timings: session.timings,
    facts,
    warnings: session.warnings,
    transcript: trimTranscript(session.transcript.lines),
  };
}
