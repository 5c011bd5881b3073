import type { StageReason } from "../reason/reason.ts";
import type { Entry } from "./entry.ts";

const CHANGE_IT = "If the server is right as it is, edit the monitor and change what it expects.";

/** A server that answers, but not as it should or as the monitor expects. */
export const EXPECTATION_ENTRIES: Record<Extract<StageReason, `${"greeting" | "ehlo" | "capability"}.${string}`>, Entry> = {
  "greeting.not-smtp": {
    cause: "configuration",
    headline: "Another protocol answers",
    plain: "Something answers on this port, but it is no mail server.",
    expert:
      "The first bytes are those of another protocol, such as HTTP, SSH, IMAP or TLS: a wrong port, a proxy with a wrong back end, or TLS where the monitor expects none.",
    next: [
      "nc {host} {port}",
      "On the server: ss -ltnp 'sport = :{port}'",
      "If TLS answers, this is a port like 465: choose implicit TLS for this monitor.",
    ],
    rfc: "RFC 5321 section 3.1, RFC 8314 section 3.3",
  },
  "greeting.not-imap": anotherProtocol("IMAP", "993", "RFC 9051 section 7.1.5, RFC 8314 section 3.2"),
  "greeting.not-pop3": anotherProtocol("POP3", "995", "RFC 1939 section 4, RFC 8314 section 3.2"),
  "greeting.preauth": {
    cause: "configuration",
    headline: "Logged in before anybody asked",
    plain: "The server says that everybody who connects is logged in already, so neither encryption nor the login can be tried.",
    expert:
      "The greeting is PREAUTH, after which STARTTLS and LOGIN are not allowed: a server for programs of its own machine, or somebody in between who keeps clients from encrypting.",
    next: [
      "{listen}",
      "Find out who answers there; if it is your server and meant to be so, edit the monitor: no login, and TLS from the first byte or none.",
    ],
    rfc: "RFC 9051 section 7.1.4, RFC 9051 section 11.1",
  },
  "greeting.unexpected": {
    cause: "configuration",
    headline: "Greeting is not the expected one",
    plain: "The server's greeting does not hold the text this monitor expects: another server may be answering.",
    expert:
      "The expected text is nowhere in the 220 greeting: a changed banner, a changed address record, or a proxy with another back end.",
    next: ["{listen}", "dig {host} A", "dig {host} AAAA", "Postfix: postconf smtpd_banner myhostname", CHANGE_IT],
    rfc: "RFC 5321 section 4.3.1",
  },
  "ehlo.unexpected": {
    cause: "configuration",
    headline: "Answer to EHLO is not the expected one",
    plain: "The server does not introduce itself with the text this monitor expects: another server may be answering.",
    expert: "The expected text is nowhere in the reply to EHLO, whose first line begins with the server's own name.",
    next: ["{swaks} --quit-after EHLO", "dig {host} A", "dig {host} AAAA", CHANGE_IT],
    rfc: "RFC 5321 section 4.1.1.1",
  },
  "ehlo.capability-missing": {
    cause: "configuration",
    headline: "A capability is missing",
    plain: "The server does not offer something that this monitor expects of it, such as encryption or a login.",
    expert:
      "An expected keyword is not in the last reply to EHLO: it was switched off, is only offered after TLS, or is filtered on the way.",
    next: [
      "{swaks} --quit-after EHLO",
      "Postfix: postconf smtpd_discard_ehlo_keywords smtpd_sasl_auth_enable smtpd_tls_security_level",
      CHANGE_IT,
    ],
    rfc: "RFC 5321 section 4.1.1.1",
  },
  "ehlo.capability-forbidden": {
    cause: "configuration",
    headline: "A capability is offered that must not be",
    plain: "The server offers something that this monitor forbids, such as a login without encryption.",
    expert: "A forbidden keyword is in the reply to EHLO; for AUTH before TLS, the server lets passwords go in the clear.",
    next: ["{swaks} --quit-after FIRST-EHLO", "Postfix: postconf smtpd_tls_auth_only smtpd_discard_ehlo_keywords", CHANGE_IT],
    rfc: "RFC 5321 section 4.1.1.1, RFC 4954 section 4",
  },
  "capability.missing": {
    cause: "configuration",
    headline: "A capability is missing",
    plain: "The server does not offer something that this monitor expects of it, such as encryption or a way to log in.",
    expert:
      "An expected word is not in the last list of capabilities before the login: it was switched off, or is filtered on the way.",
    next: ["{curl} --request CAPABILITY", "Dovecot: doveconf imap_capability auth_mechanisms ssl", CHANGE_IT],
    rfc: "RFC 9051 section 6.1.1",
  },
  "capability.forbidden": {
    cause: "configuration",
    headline: "A capability is offered that must not be",
    plain: "The server offers something that this monitor forbids, such as a login without encryption.",
    expert: "A forbidden word is in the list of capabilities; for a login before TLS, the server lets passwords go in the clear.",
    next: ["{curl} --request CAPABILITY", "Dovecot: doveconf disable_plaintext_auth auth_mechanisms imap_capability", CHANGE_IT],
    rfc: "RFC 9051 section 6.1.1, RFC 8314 section 3",
  },
  "ehlo.size": {
    cause: "configuration",
    headline: "Large messages are not taken",
    plain: "The server takes only messages that are smaller than this monitor expects.",
    expert: "The number after SIZE in the reply to EHLO is below the expected one, or SIZE is not offered at all.",
    next: [
      "{swaks} --quit-after EHLO",
      "Postfix: postconf message_size_limit mailbox_size_limit",
      "Exim: exim -bP message_size_limit",
      CHANGE_IT,
    ],
    rfc: "RFC 1870 section 4",
  },
};

function anotherProtocol(name: string, tlsPort: string, rfc: string): Entry {
  return {
    cause: "configuration",
    headline: `Something other than ${name} answers`,
    plain: `Something answers on this port, but it is no server of ${name}.`,
    expert:
      "The first bytes are those of another protocol, such as HTTP, SSH, SMTP or TLS: a wrong port, a proxy with a wrong back end, or TLS where the monitor expects none.",
    next: [
      "nc {host} {port}",
      "On the server: ss -ltnp 'sport = :{port}'",
      `If TLS answers, this is a port like ${tlsPort}: choose implicit TLS for this monitor.`,
    ],
    rfc,
  };
}
