import type { Mechanism } from "#core/monitor/login.ts";
import { next, pieces } from "#testing/server/secret-paths.ts";
import { TRACED_USER } from "#testing/server/secret-traces.ts";
import { close, send, type Dialogue, type Step } from "#testing/server/steps.ts";

type Protocol = "smtp" | "imap" | "pop3";

/**
 * One way on which a script's password could get somewhere: what its servers play, the steps after the connections, and how the check ends. `said` is
 * the server that is told the password.
 */
export type SecretPath = {
  name: string;
  secret: string;
  servers: { [P in Protocol]?: Dialogue };
  steps: readonly object[];
  reason: RegExp;
};

/** Every spelling of a secret as lines that begin so, and a last one. */
export const everySpelling = (secret: string, before: string, after: string, length = 700) =>
  pieces(secret, length)
    .map((each) => `${before}${each}\r\n`)
    .join("") + after;

/** The steps up to a login by SMTP. */
export const logInBySmtp = (mechanism: Mechanism, limited: { limit?: string } = {}) => [
  { smtp: "connect", server: "smtp" },
  { smtp: "ehlo" },
  { smtp: "auth", username: TRACED_USER, secret: "password", mechanism, ...limited },
];

/** Takes leave of whoever says so. */
export const bye: Dialogue = [next, send("221 bye\r\n"), close];

/** Lets in whoever has logged in, and goes on. */
export const inAnd = (...steps: Step[]) => [send("235 2.7.0 welcome\r\n"), ...steps];
