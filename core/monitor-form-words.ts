// Read by the form in the browser, too: nothing here may bring the schema library with it.
import type { Mechanism } from "./login.ts";
import type { NO_EXCEPTION, NO_LOGIN } from "./monitor-form.ts";
import type { Ending, IncidentFrom, Reach, TlsMode } from "./monitor.ts";
import type { TrustException } from "./trust.ts";

/** How a check uses TLS, in words. Here and below, the choices stand in the order in which they are offered. */
export const TLS_WORDS: Record<TlsMode, string> = {
  starttls: "STARTTLS if offered",
  "starttls-required": "STARTTLS required",
  implicit: "Implicit TLS from the first byte",
  none: "No TLS",
};

/** How far a check goes, after "up to". */
export const ENDING_WORDS: Record<Ending, string> = {
  greeting: "the greeting",
  ehlo: "EHLO",
  tls: "TLS, and EHLO once more",
  auth: "the login",
  accept: "the accept test, without a message",
};

/** Which addresses have to work. */
export const REACH_WORDS: Record<Reach, string> = {
  any: "any one of them",
  ipv4: "an IPv4 address",
  ipv6: "an IPv6 address",
  both: "IPv4 and IPv6, each judged",
  each: "every one, each judged",
};

/** What may be wrong with a certificate. */
export const EXCEPTION_WORDS: Record<typeof NO_EXCEPTION | TrustException, string> = {
  none: "nothing: it has to be right",
  untrusted: "an unknown authority, or a chain that is not complete",
  name: "another name than the host",
  expired: "dates that have passed",
};

/** What a check logs in with. */
export const MECHANISM_WORDS: Record<typeof NO_LOGIN | Mechanism, string> = {
  none: "no login",
  best: "the strongest the server offers",
  "SCRAM-SHA-256": "SCRAM-SHA-256",
  "CRAM-MD5": "CRAM-MD5",
  PLAIN: "PLAIN",
  LOGIN: "LOGIN",
  XOAUTH2: "XOAUTH2, with an access token",
};

/** From which status on there is an incident. */
export const INCIDENT_WORDS: Record<IncidentFrom, string> = {
  down: "down",
  degraded: "degraded or down",
};
