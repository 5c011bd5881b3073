import type { DnsAnswer } from "#core/check/result.ts";
import type { LoginTurns } from "#protocols/sasl/login-turns.ts";

/** One way to a server: its name where there are several, and its addresses, found by DNS for `families` where they are not given. */
export type Way = { name?: string; families?: readonly DnsAnswer["type"][]; addresses?: string[]; logins?: LoginTurns };
