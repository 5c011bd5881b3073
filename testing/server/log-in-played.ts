import type { CheckResult } from "#core/check/result.ts";
import type { Login } from "#core/monitor/login.ts";
import type { SmtpTarget } from "#core/monitor/monitor.ts";
import type { ProbeOptions } from "#probes/probe.ts";
import { probePlayed } from "./probe-played.ts";
import { send, type Dialogue } from "./steps.ts";
import { TRUSTED } from "./trusted.ts";

/** The password or token that is logged in with, not all of it ASCII. */
export const SECRET = "Tr0ub4dor&3-söß";

/** Plays a dialogue to a probe that logs in as joe and goes no further. */
export function logInPlayed(
  dialogue: Dialogue,
  mechanism: Login["mechanism"],
  target: Partial<SmtpTarget> = {},
  options: Partial<ProbeOptions> = {},
): Promise<CheckResult> {
  return probePlayed(
    dialogue,
    { tls: "implicit", until: "auth", login: { mechanism, username: "joe" }, ...target },
    { ...TRUSTED, secret: SECRET, ...options },
  );
}

/** The lines of the stage AUTH, with their directions. */
export function saidInAuth({ transcript }: CheckResult): string[] {
  return transcript.filter(({ stage }) => stage === "auth").map(({ direction, text }) => `${direction}: ${text}`);
}

export const base64 = (text: string) => Buffer.from(text).toString("base64");

/** The server lets the probe in. */
export const accept = send("235 2.7.0 welcome\r\n");

/** The server asks for something. */
export const challenge = (text: string) => send(`334 ${base64(text)}\r\n`);
