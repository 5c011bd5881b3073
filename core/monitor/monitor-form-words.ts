import type { DialogueKind, MonitorKind } from "../check/stage.ts";
// Read by the form in the browser, too: nothing here may bring the schema library with it.
import type { Mechanism } from "./login.ts";
import type { NO_EXCEPTION, NO_LOGIN } from "./monitor-form.ts";
import type { IncidentFrom, Reach, Target, TlsMode } from "./monitor.ts";
import type { TrustException } from "./trust.ts";

/** What each kind is called, and what a server of it does. Here and below, the choices stand in the order in which they are offered. */
export const KIND_WORDS: Record<MonitorKind, { name: string; about: string }> = {
  smtp: { name: "SMTP", about: "takes mail" },
  imap: { name: "IMAP", about: "keeps mail" },
  pop3: { name: "POP3", about: "hands mail out" },
  mailflow: { name: "Mail flow", about: "sends a message and fetches it" },
  domain: { name: "Domain", about: "every mail server of a domain, and its DNS" },
  blocklist: { name: "Blocklists", about: "addresses and domains that may get listed" },
};

/** How a check uses TLS, in words. */
const TLS_WORDS: Record<TlsMode, string> = {
  starttls: "STARTTLS if offered",
  "starttls-required": "STARTTLS required",
  implicit: "Implicit TLS from the first byte",
  none: "No TLS",
};

/** The same for a kind: in POP3 the command is called STLS (RFC 2595 section 4). */
export function tlsWords(kind: DialogueKind): Record<TlsMode, string> {
  if (kind !== "pop3") return TLS_WORDS;
  return { ...TLS_WORDS, starttls: "STLS if offered", "starttls-required": "STLS required" };
}

/** How far a check of a kind can go. */
export type EndingOf<K extends DialogueKind> = NonNullable<Extract<Target, { kind: K }>["until"]>;

/** How far a check goes, after "up to". */
export const ENDING_WORDS: { [K in DialogueKind]: Record<EndingOf<K>, string> } = {
  smtp: {
    greeting: "the greeting",
    ehlo: "EHLO",
    tls: "TLS, and EHLO once more",
    auth: "the login",
    accept: "the accept test, without a message",
  },
  imap: {
    greeting: "the greeting",
    capability: "CAPABILITY",
    tls: "TLS, and CAPABILITY once more",
    login: "the login",
    select: "the opening of a folder",
  },
  pop3: {
    greeting: "the greeting",
    capability: "CAPA",
    tls: "TLS, and CAPA once more",
    login: "the login",
    list: "the list of messages",
  },
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
