import type { Refusal } from "./refusal.ts";

/** Encryption or a login that is asked for first, and encryption that is not to be had. */
export const REQUIRED: readonly Refusal[] = [
  {
    id: "encryption-required",
    title: "Encryption is required first",
    said: [
      "530 5.7.0 Must issue a STARTTLS command first",
      "538 5.7.11 Encryption required for requested authentication mechanism",
    ],
    words: /must issue a starttls|starttls (?:is )?required|encryption (?:is )?required|requires? (?:tls|ssl|encryption)/i,
    enhanced: ["5.7.11", "5.7.10"],
    codes: [538],
    cause: "configuration",
    plain: "The server does nothing more until the connection is encrypted.",
    expert: "530 or 538: the server requires STARTTLS before this command, and this monitor does not use it.",
    next: ["swaks --server {host} --port {port} --tls --quit-after EHLO", "Choose “STARTTLS required” for this monitor."],
    rfc: "RFC 3207 section 4, RFC 4954 section 6",
  },
  {
    id: "login-required",
    title: "A login is required first",
    said: ["530 5.7.0 Authentication required", "550 5.7.57 Client not authenticated to send mail."],
    words:
      /authentication (?:is )?required|auth(?:entication)? (?:is )?(?:needed|first)|not authenticated|must (?:be )?(?:log ?in|authenticat)|please log ?in|SMTP AUTH (?:is )?required/i,
    enhanced: ["5.7.57"],
    codes: [530],
    stages: ["mail", "rcpt", "data"],
    cause: "configuration",
    plain: "The server wants us to log in before it takes mail, as a server for people's mail programs should.",
    expert:
      "530: this is a submission service (RFC 6409), which takes mail only after AUTH; mail for a domain goes to port 25 of its MX.",
    next: ["{login}", "dig {toDomain} MX", "Give this monitor a login, or watch the MX of the domain on port 25."],
    rfc: "RFC 4954 section 6, RFC 6409 section 4.3",
  },
  {
    id: "tls-not-available",
    title: "TLS is not available",
    said: ["454 4.7.0 TLS not available due to local problem"],
    words: /tls (?:is )?(?:currently |temporarily )?(?:not available|unavailable)|tls.{0,20}local problem/i,
    enhanced: ["4.7.0"],
    codes: [454],
    stages: ["starttls"],
    cause: "configuration",
    plain: "The server offers encryption and then cannot do it.",
    expert:
      "454 to STARTTLS: the key or certificate cannot be read, they do not belong together, or the TLS library does not start.",
    next: [
      "Postfix: postconf smtpd_tls_chain_files smtpd_tls_cert_file smtpd_tls_key_file",
      "On the server: journalctl --facility mail --grep TLS --since -15min",
      "On the server: postfix check; postfix reload",
    ],
    rfc: "RFC 3207 section 4",
  },
];
