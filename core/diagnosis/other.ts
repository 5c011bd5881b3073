import type { Entry } from "./entry.ts";

export const OTHER_ENTRIES: Record<"starttls.missing" | "starttls.injection" | "check.missed" | "check.failed", Entry> = {
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
  "check.missed": {
    cause: "ours",
    headline: "Check did not run",
    plain: "We did not check the server when we should have, so we cannot tell how it was.",
    expert: "No worker of the location ran this slot.",
    next: ["Check that a worker runs: GET /api/health"],
    rfc: null,
  },
  "check.failed": {
    cause: "ours",
    headline: "Check broke on our side",
    plain: "Something of ours went wrong during the check, so we cannot tell how the server is.",
    expert: "The probe threw an error of its own; the worker's log has it.",
    next: ["Read the worker's log at the time of the check."],
    rfc: null,
  },
};
