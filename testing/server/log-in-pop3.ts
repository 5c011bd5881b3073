import type { CheckResult } from "#core/check/result.ts";
import type { Login } from "#core/monitor/login.ts";
import type { Pop3Target } from "#core/monitor/monitor.ts";
import type { ProbeOptions } from "#probes/probe.ts";
import { pop3sOffering } from "./dialogues/pop3.ts";
import { probePlayed } from "./probe-played.ts";
import type { Step } from "./steps.ts";
import { certificate, TRUSTED } from "./trusted.ts";

/** Offers these capabilities over TLS and then does this, to a probe that logs in as joe and goes no further. */
export function logInPop3(
  capabilities: string[],
  steps: readonly Step[],
  mechanism: Login["mechanism"] = "best",
  target: Partial<Pop3Target> = {},
  options: Partial<ProbeOptions> = {},
): Promise<CheckResult> {
  return probePlayed(
    pop3sOffering(certificate, capabilities, ...steps),
    { kind: "pop3", tls: "implicit", until: "login", login: { mechanism, username: "joe" }, ...target },
    { ...TRUSTED, ...options },
  );
}

/** The lines of the login, with their directions. */
export function saidInLogin({ transcript }: CheckResult): string[] {
  return transcript.filter(({ stage }) => stage === "login").map(({ direction, text }) => `${direction}: ${text}`);
}
