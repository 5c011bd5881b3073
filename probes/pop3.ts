import type { CheckResult } from "#core/check/result.ts";
import { POP3_ENDINGS, type Pop3Target } from "#core/monitor/monitor.ts";
import { wantsTls } from "#protocols/begin-tls.ts";
import { capabilities, capabilitiesInClear } from "#protocols/mailbox-capabilities.ts";
import { capa } from "#protocols/pop3/capa.ts";
import { greeting } from "#protocols/pop3/greeting.ts";
import { list } from "#protocols/pop3/list.ts";
import { login } from "#protocols/pop3/login.ts";
import { quit } from "#protocols/pop3/quit.ts";
import { STATUS_LINE } from "#protocols/pop3/reply-parser.ts";
import { stls } from "#protocols/pop3/stls.ts";
import { tls } from "#protocols/tls.ts";
import type { ProbeOptions } from "./probe.ts";
import { reach } from "./reach.ts";
import { isTlsFirst, type Protocol } from "./steps.ts";

/** The dialogue with a POP3 server, in the order of the wire. */
const POP3: Protocol<Pop3Target> = {
  endings: POP3_ENDINGS,
  steps: [
    { upTo: "greeting", stage: "greeting", command: greeting },
    { upTo: "capability", stage: "capability", command: (dialogue) => capa(dialogue) },
    { upTo: "capability", stage: null, judge: capabilitiesInClear, isDue: (dialogue) => !isTlsFirst(dialogue) },
    { upTo: "tls", stage: "stls", command: stls, isDue: (dialogue) => wantsTls(dialogue, "STLS") },
    { upTo: "tls", stage: "tls", command: tls, isDue: ({ isReadyForTls }) => isReadyForTls },
    {
      upTo: "tls",
      stage: "capability-tls",
      command: (dialogue) => capa(dialogue, "capability-tls"),
      isDue: ({ isReadyForTls }) => isReadyForTls,
    },
    { upTo: "capability", stage: null, judge: capabilities },
    { upTo: "login", stage: "login", command: login, isDue: ({ target }) => target.login !== undefined },
    { upTo: "list", stage: "list", command: list },
  ],
  farewell: { stage: "quit", command: quit },
  opening: STATUS_LINE,
};

/** Meets a POP3 server the way a mail client does, as far as the monitor says, and takes leave (see reach). */
export function probePop3(target: Pop3Target, options: ProbeOptions): Promise<CheckResult> {
  return reach(POP3, target, options);
}
