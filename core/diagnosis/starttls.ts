import type { StageReason } from "../reason/reason.ts";
import type { Entry } from "./entry.ts";

const SEE_THE_OFFER = "swaks --server {host} --port {port} --quit-after EHLO";
const HOW_IT_IS_SET =
  "Postfix: postconf smtpd_tls_security_level smtpd_tls_chain_files smtpd_tls_cert_file smtpd_discard_ehlo_keywords";

/** What is else where a server of IMAP or POP3 offers it. */
export function mailboxTls(command: "STARTTLS" | "STLS", rfc: string) {
  const see = `{curl} --request ${command === "STLS" ? "CAPA" : "CAPABILITY"}`;
  const set = "Dovecot: doveconf ssl ssl_cert ssl_key";
  return {
    missing: {
      expert: `${command} is not among the capabilities: TLS is switched off or has no certificate, or a middlebox strips the offer.`,
      next: [see, set, "{openssl}"],
      rfc,
    },
    vanished: {
      expert: `An earlier check saw ${command} among the capabilities and this one does not: TLS lost its certificate or was switched off, or the offer is stripped on the way.`,
      next: [
        see,
        set,
        "If the server itself still offers it, ask who runs the firewall or proxy before it; TLS from the first byte cannot be stripped.",
      ],
      rfc: `${rfc}, RFC 8314 section 3`,
    },
    injection: {
      expert: `Bytes followed the reply to ${command} before the handshake; we discarded them, a client that does not can be fooled.`,
      next: ["{openssl}", "Update the server, and anything between it and the network."],
      rfc,
    },
  };
}

const STLS = mailboxTls("STLS", "RFC 2595 section 4");

/** Offers of STARTTLS and STLS that are not there, or not to be trusted. */
export const STARTTLS_ENTRIES: Record<Extract<StageReason, `${"starttls" | "stls"}.${string}`>, Entry> = {
  "starttls.missing": {
    cause: "configuration",
    headline: "STARTTLS is not offered",
    plain: "The server does not offer encryption, and this monitor requires it.",
    expert: "STARTTLS is not among the EHLO keywords: TLS is switched off or has no certificate, or a middlebox strips the offer.",
    next: [SEE_THE_OFFER, HOW_IT_IS_SET, "On the server: swaks --server localhost --port {port} --quit-after EHLO"],
    rfc: "RFC 3207 section 4",
  },
  "starttls.vanished": {
    cause: "configuration",
    headline: "STARTTLS is no longer offered",
    plain: "The server used to offer encryption and no longer does: a mistake, or somebody on the way takes the offer out.",
    expert:
      "An earlier check saw STARTTLS among the EHLO keywords and this one does not: TLS lost its certificate or was switched off, or the offer is stripped on the way (RFC 3207 section 6).",
    next: [
      SEE_THE_OFFER,
      "On the server: swaks --server localhost --port {port} --quit-after EHLO",
      HOW_IT_IS_SET,
      "If the server itself still offers it, ask who runs the firewall or proxy before it; MTA-STS or DANE keep senders from being fooled.",
    ],
    rfc: "RFC 3207 section 6, RFC 8461, RFC 7672",
  },
  "starttls.injection": {
    cause: "configuration",
    headline: "Plaintext slipped in before TLS",
    plain: "Unencrypted text was sent in a place where an attacker could use it to fake the server's answers.",
    expert: "Bytes followed the reply to STARTTLS before the handshake; we discarded them, a client that does not can be fooled.",
    next: ["{swaks} --quit-after TLS", "Update the mail server, and anything between it and the network."],
    rfc: "RFC 3207 section 6",
  },
  "stls.missing": {
    cause: "configuration",
    headline: "STLS is not offered",
    plain: "The server does not offer encryption, and this monitor requires it.",
    ...STLS.missing,
  },
  "stls.vanished": {
    cause: "configuration",
    headline: "STLS is no longer offered",
    plain: "The server used to offer encryption and no longer does: a mistake, or somebody on the way takes the offer out.",
    ...STLS.vanished,
  },
  "stls.injection": {
    cause: "configuration",
    headline: "Plaintext slipped in before TLS",
    plain: "Unencrypted text was sent in a place where an attacker could use it to fake the server's answers.",
    ...STLS.injection,
  },
};
