import type { StageReason } from "../reason.ts";
import type { Entry } from "./entry.ts";

export const STARTTLS_ENTRIES: Record<Extract<StageReason, `starttls.${string}`>, Entry> = {
  "starttls.missing": {
    cause: "configuration",
    headline: "STARTTLS is not offered",
    plain: "The server does not offer encryption, and this monitor requires it.",
    expert: "STARTTLS is not among the EHLO keywords: TLS is switched off or has no certificate, or a middlebox strips the offer.",
    next: [
      "swaks --server {host} --port {port} --quit-after EHLO",
      "Postfix: postconf smtpd_tls_security_level smtpd_tls_chain_files",
    ],
    rfc: "RFC 3207 section 4",
  },
  "starttls.vanished": {
    cause: "configuration",
    headline: "STARTTLS is no longer offered",
    plain: "The server used to offer encryption and no longer does: a mistake, or somebody on the way takes the offer out.",
    expert:
      "An earlier check saw STARTTLS among the EHLO keywords and this one does not: TLS lost its certificate, or it is stripped on the way.",
    next: [
      "swaks --server {host} --port {port} --quit-after EHLO",
      "Compare with what the server offers on its own machine: swaks --server localhost --port {port} --quit-after EHLO",
    ],
    rfc: "RFC 3207 section 6",
  },
  "starttls.injection": {
    cause: "configuration",
    headline: "Plaintext slipped in before TLS",
    plain: "Unencrypted text was sent in a place where an attacker could use it to fake the server's answers.",
    expert: "Bytes followed the reply to STARTTLS before the handshake; we discarded them, a client that does not can be fooled.",
    next: [
      "Update the mail server and anything between it and the network.",
      "swaks --server {host} --port {port} --tls --quit-after EHLO",
    ],
    rfc: "RFC 3207 section 6",
  },
};
