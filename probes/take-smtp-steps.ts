import { ENDINGS, type Ending } from "#core/monitor.ts";
import type { Reason } from "#core/reason.ts";
import type { Stage } from "#core/stage.ts";
import { auth } from "#protocols/smtp/auth.ts";
import { capabilities, capabilitiesInClear } from "#protocols/smtp/capabilities.ts";
import { offersStarttls, type SmtpDialogue } from "#protocols/smtp/dialogue.ts";
import { ehlo } from "#protocols/smtp/ehlo.ts";
import { greeting } from "#protocols/smtp/greeting.ts";
import { mail } from "#protocols/smtp/mail.ts";
import { rcpt } from "#protocols/smtp/rcpt.ts";
import { starttls } from "#protocols/smtp/starttls.ts";
import { tls } from "#protocols/smtp/tls.ts";
import { connect } from "./connect.ts";
import type { ProbeOptions } from "./probe.ts";
import { BOTH_FAMILIES, resolve } from "./resolve.ts";
import type { Way } from "./way.ts";

/**
 * A stage with the command that speaks to the server, or a look at what was said. It is taken by checks that go as far as `upTo` or
 * further, where nothing else speaks against it.
 */
type Step = { upTo: Ending; isDue?: (dialogue: SmtpDialogue) => boolean } & (Spoken | Judged);
type Spoken = { stage: Stage; command: (dialogue: SmtpDialogue, way: Way, options: ProbeOptions) => Promise<Reason | null> };
type Judged = { stage: null; judge: (dialogue: SmtpDialogue) => Reason | null };

/** The way to a server and the dialogue with it, in the order of the wire. */
const STEPS: readonly Step[] = [
  { upTo: "greeting", stage: "dns", command: find, isDue: ({ facts }) => facts.addresses.length === 0 },
  { upTo: "greeting", stage: "connect", command: reach },
  { upTo: "greeting", stage: "tls", command: tls, isDue: isTlsFirst },
  { upTo: "greeting", stage: "greeting", command: greeting },
  { upTo: "ehlo", stage: "ehlo", command: (dialogue) => ehlo(dialogue) },
  { upTo: "ehlo", stage: null, judge: capabilitiesInClear, isDue: (dialogue) => !isTlsFirst(dialogue) },
  { upTo: "tls", stage: "starttls", command: starttls, isDue: wantsStarttls },
  { upTo: "tls", stage: "tls", command: tls, isDue: ({ isReadyForTls }) => isReadyForTls },
  {
    upTo: "tls",
    stage: "ehlo-tls",
    command: (dialogue) => ehlo(dialogue, "ehlo-tls"),
    isDue: ({ isReadyForTls }) => isReadyForTls,
  },
  { upTo: "ehlo", stage: null, judge: capabilities },
  { upTo: "auth", stage: "auth", command: auth, isDue: ({ target }) => target.login !== undefined },
  { upTo: "accept", stage: "mail", command: mail },
  { upTo: "accept", stage: "rcpt", command: rcpt },
];

/** Finds the server, connects and goes through the dialogue with it, as far as the monitor says; the first reason to stop ends it. */
export async function takeSmtpSteps(dialogue: SmtpDialogue, way: Way, options: ProbeOptions): Promise<Reason | null> {
  const end = ENDINGS.indexOf(dialogue.target.until ?? "tls");
  for (const step of STEPS) {
    if (dialogue.isOver) return null;
    if (ENDINGS.indexOf(step.upTo) > end || step.isDue?.(dialogue) === false) continue;
    const reason =
      step.stage === null
        ? step.judge(dialogue)
        : await dialogue.session.run(step.stage, () => step.command(dialogue, way, options));
    if (reason !== null) return reason;
  }
  return null;
}

function find({ session, target, facts }: SmtpDialogue, { families }: Way, options: ProbeOptions): Promise<Reason | null> {
  return resolve(session, target, families ?? BOTH_FAMILIES, options, facts);
}

function reach({ session, target, facts }: SmtpDialogue, _: Way, options: ProbeOptions): Promise<Reason | null> {
  return connect(session, target.port, options, facts);
}

function isTlsFirst({ target }: SmtpDialogue): boolean {
  return target.tls === "implicit";
}

function wantsStarttls(dialogue: SmtpDialogue): boolean {
  const { tls: mode } = dialogue.target;
  return mode === "starttls-required" || (mode === "starttls" && (offersStarttls(dialogue) || dialogue.memory.hasOfferedStarttls));
}
