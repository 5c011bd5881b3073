import type { CheckResult } from "#core/check/result.ts";
import { IMAP_ENDINGS, type ImapTarget } from "#core/monitor/monitor.ts";
import { wantsTls } from "#protocols/begin-tls.ts";
import { capability } from "#protocols/imap/capability.ts";
import { greeting } from "#protocols/imap/greeting.ts";
import { login } from "#protocols/imap/login.ts";
import { logout } from "#protocols/imap/logout.ts";
import { GREETING_LINE, UNTAGGED_LINE } from "#protocols/imap/response-parser.ts";
import { select } from "#protocols/imap/select.ts";
import { starttls } from "#protocols/imap/starttls.ts";
import { capabilities, capabilitiesInClear } from "#protocols/mailbox-capabilities.ts";
import { tls } from "#protocols/tls.ts";
import type { ProbeOptions } from "./probe.ts";
import { reach } from "./reach.ts";
import { isTlsFirst, type Protocol } from "./steps.ts";

/** The keywords of a mailbox stand in one line, and there may be a hundred of them. */
const LINE_BYTES = 8_192;

/** The dialogue with an IMAP server, in the order of the wire. */
const IMAP: Protocol<ImapTarget> = {
  endings: IMAP_ENDINGS,
  steps: [
    { upTo: "greeting", stage: "greeting", command: greeting },
    { upTo: "capability", stage: "capability", command: (dialogue) => capability(dialogue) },
    { upTo: "capability", stage: null, judge: capabilitiesInClear, isDue: (dialogue) => !isTlsFirst(dialogue) },
    { upTo: "tls", stage: "starttls", command: starttls, isDue: (dialogue) => wantsTls(dialogue, "STARTTLS") },
    { upTo: "tls", stage: "tls", command: tls, isDue: ({ isReadyForTls }) => isReadyForTls },
    {
      upTo: "tls",
      stage: "capability-tls",
      command: (dialogue) => capability(dialogue, "capability-tls"),
      isDue: ({ isReadyForTls }) => isReadyForTls,
    },
    { upTo: "capability", stage: null, judge: capabilities },
    { upTo: "login", stage: "login", command: login, isDue: ({ target }) => target.login !== undefined },
    { upTo: "select", stage: "select", command: select },
  ],
  farewell: { stage: "logout", command: logout },
  opening: GREETING_LINE,
  lines: { unasked: UNTAGGED_LINE, bytes: LINE_BYTES },
};

/** Meets an IMAP server the way a mail client does, as far as the monitor says, and takes leave (see reach). */
export function probeImap(target: ImapTarget, options: ProbeOptions): Promise<CheckResult> {
  return reach(IMAP, target, options);
}
