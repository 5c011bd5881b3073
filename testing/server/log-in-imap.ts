import type { CheckResult } from "#core/check/result.ts";
import type { Login } from "#core/monitor/login.ts";
import type { ImapTarget } from "#core/monitor/monitor.ts";
import type { ProbeOptions } from "#probes/probe.ts";
import { imapsOffering } from "./dialogues/imap.ts";
import { probePlayed } from "./probe-played.ts";
import type { Step } from "./steps.ts";
import { certificate, TRUSTED } from "./trusted.ts";

/** Offers these capabilities over TLS and then does this, to a probe that logs in as joe and goes no further. */
export function logInImap(
  capabilities: readonly string[],
  steps: readonly Step[],
  mechanism: Login["mechanism"] = "best",
  target: Partial<ImapTarget> = {},
  options: Partial<ProbeOptions> = {},
): Promise<CheckResult> {
  return probePlayed(
    imapsOffering(certificate, ["IMAP4rev1", ...capabilities], ...steps),
    { kind: "imap", tls: "implicit", until: "login", login: { mechanism, username: "joe" }, ...target },
    { ...TRUSTED, ...options },
  );
}
