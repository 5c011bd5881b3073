import type { StageReason } from "../reason/reason.ts";
import type { Entry } from "./entry.ts";

const SEE_WHAT_IS_OFFERED = "{swaks} --quit-after EHLO";

/** Logins over SMTP that fail otherwise than by a refusal. */
const AUTH: Record<Extract<StageReason, `auth.${string}`>, Entry> = {
  "auth.cleartext": {
    cause: "configuration",
    headline: "Login only without encryption",
    plain:
      "The server lets people log in only without encryption, where anybody on the way can read the password, so we did not send it.",
    expert: "AUTH is offered in the clear and not after TLS, or there is no TLS to be had; the secret was not sent.",
    next: [
      "swaks --server {host} --port {port} --quit-after EHLO",
      "swaks --server {host} --port {port} --tls --quit-after EHLO",
      "Postfix: postconf smtpd_tls_auth_only smtpd_tls_security_level smtpd_sasl_auth_enable",
      "Offer AUTH after TLS only (Postfix: smtpd_tls_auth_only = yes).",
    ],
    rfc: "RFC 4954 section 4, RFC 8314 section 3",
  },
  "auth.unavailable": {
    cause: "configuration",
    headline: "No way to log in is offered",
    plain: "The server does not offer a way to log in that this monitor may use.",
    expert:
      "No usable mechanism is in the AUTH keyword of the last EHLO, or there is no AUTH at all: SASL is off here, or its back end is down.",
    next: [
      SEE_WHAT_IS_OFFERED,
      "Postfix: postconf smtpd_sasl_auth_enable smtpd_sasl_type smtpd_sasl_path smtpd_sasl_security_options",
      "Dovecot: doveconf auth_mechanisms",
      "Log in on 587 or 465: port 25 is for other servers and often has no login.",
    ],
    rfc: "RFC 4954 section 3, RFC 6409 section 4.3",
  },
  "auth.loop": {
    cause: "configuration",
    headline: "Login does not come to an end",
    plain: "The server keeps asking during the login and never says yes or no.",
    expert: "More 334 challenges came than the mechanism has steps; we cancelled.",
    next: [
      "{login}",
      "Postfix: postconf smtpd_sasl_type smtpd_sasl_path",
      "On the server: journalctl --facility mail --since -15min",
    ],
    rfc: "RFC 4954 section 4",
  },
  "auth.server-proof": {
    cause: "configuration",
    headline: "Server could not prove itself",
    plain: "The server let us in but could not prove that it knows the password, so it may not be the real one.",
    expert:
      "The server signature of SCRAM is wrong or missing: a broken SASL library, stored keys of another password, or somebody in between.",
    next: [
      "{login}",
      "{openssl} </dev/null | openssl x509 -noout -subject -issuer -fingerprint -sha256",
      "Set the password anew, so that the server's stored keys are made from it.",
    ],
    rfc: "RFC 5802 section 3",
  },
  "auth.stopped": {
    cause: "configuration",
    headline: "Login was refused and is not tried again",
    plain: "The server refused this login once, and we do not try it again, so that the account is not locked.",
    expert: "An earlier AUTH was refused; checks end here until the login is edited or somebody asks for it to be tried again.",
    next: ["{login}", "Edit the monitor's login, or have it tried again, once the password is known to be right."],
    rfc: "RFC 4954 section 6",
  },
};

/** What is else where the login is one to a mailbox, over IMAP or POP3. */
const LOGIN: Record<Extract<StageReason, `login.${string}`>, Entry> = {
  "login.cleartext": {
    ...AUTH["auth.cleartext"],
    expert: "A login is offered in the clear and not after TLS, or there is no TLS to be had; the secret was not sent.",
    next: ["{curl} --request CAPABILITY", "Dovecot: doveconf disable_plaintext_auth ssl auth_mechanisms", "{openssl}"],
    rfc: "RFC 8314 section 3, RFC 2595 section 2.1",
  },
  "login.unavailable": {
    ...AUTH["auth.unavailable"],
    expert:
      "No usable mechanism is among the capabilities, and LOGIN is switched off (LOGINDISABLED): SASL is off here, or its back end is down.",
    next: ["{curl} --request CAPABILITY", "Dovecot: doveconf auth_mechanisms disable_plaintext_auth"],
    rfc: "RFC 9051 section 6.2.2, RFC 9051 section 6.2.3",
  },
  "login.loop": {
    ...AUTH["auth.loop"],
    expert: "More challenges came than the mechanism has steps; we cancelled.",
    next: ["{login}", "Dovecot: doveconf auth_mechanisms", "On the server: journalctl --facility mail --since -15min"],
    rfc: "RFC 4422 section 3.1",
  },
  "login.server-proof": AUTH["auth.server-proof"],
  "login.stopped": {
    ...AUTH["auth.stopped"],
    expert: "An earlier login was refused; checks end here until the login is edited or somebody asks for it to be tried again.",
    rfc: "RFC 9051 section 6.2.3",
  },
};

/** Logins that fail otherwise than by a refusal. */
export const LOGIN_ENTRIES: Record<Extract<StageReason, `${"auth" | "login"}.${string}`>, Entry> = { ...AUTH, ...LOGIN };
