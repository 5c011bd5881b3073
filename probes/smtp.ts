import type { CheckResult } from "#core/check/result.ts";
import { ENDINGS, type SmtpTarget } from "#core/monitor/monitor.ts";
import { wantsTls } from "#protocols/begin-tls.ts";
import { auth } from "#protocols/smtp/auth.ts";
import { capabilities, capabilitiesInClear } from "#protocols/smtp/capabilities.ts";
import { ehlo } from "#protocols/smtp/ehlo.ts";
import { greeting } from "#protocols/smtp/greeting.ts";
import { mail } from "#protocols/smtp/mail.ts";
import { quit } from "#protocols/smtp/quit.ts";
import { rcpt } from "#protocols/smtp/rcpt.ts";
import { REPLY_LINE } from "#protocols/smtp/reply-parser.ts";
import { starttls } from "#protocols/smtp/starttls.ts";
import { tls } from "#protocols/tls.ts";
import type { ProbeOptions } from "./probe.ts";
import { reach } from "./reach.ts";
import { isTlsFirst, type Protocol } from "./steps.ts";
import { walk } from "./walk.ts";
import type { Way } from "./way.ts";

/** The dialogue with an SMTP server, in the order of the wire. */
const SMTP: Protocol<SmtpTarget> = {
  endings: ENDINGS,
  steps: [
    { upTo: "greeting", stage: "greeting", command: greeting },
    { upTo: "ehlo", stage: "ehlo", command: (dialogue) => ehlo(dialogue) },
    { upTo: "ehlo", stage: null, judge: capabilitiesInClear, isDue: (dialogue) => !isTlsFirst(dialogue) },
    { upTo: "tls", stage: "starttls", command: starttls, isDue: (dialogue) => wantsTls(dialogue, "STARTTLS") },
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
  ],
  farewell: { stage: "quit", command: quit },
  opening: REPLY_LINE,
};

/** Meets an SMTP server the way a mail client does, as far as the monitor says, and takes leave (see reach). */
export function probeSmtp(target: SmtpTarget, options: ProbeOptions): Promise<CheckResult> {
  return reach(SMTP, target, options);
}

/** Meets an SMTP server on one way to it. */
export function walkSmtp(target: SmtpTarget, way: Way, options: ProbeOptions): Promise<CheckResult> {
  return walk(SMTP, target, way, options);
}
