import type { HandshakeFailure } from "../reason/reason.ts";
import type { Entry } from "./entry.ts";

const READ_LOG = "On the server: journalctl --facility mail --since -15min";

/** TLS handshakes that did not come to their end. */
export const HANDSHAKE_ENTRIES: Record<HandshakeFailure, Entry> = {
  timeout: {
    cause: "resources",
    headline: "TLS handshake timed out",
    plain: "The server agreed to encrypt and then did not follow through in time.",
    expert:
      "The TLS handshake did not finish within the time limit: an overloaded server, a stuck key store, or lost large packets (MTU).",
    next: ["{openssl}", "ping -M do -s 1400 {host}", "On the server: uptime", "Postfix: postconf tls_random_source"],
    rfc: "RFC 8446 section 2",
  },
  closed: {
    cause: "configuration",
    headline: "Closed during TLS handshake",
    plain: "The server hung up while encryption was being set up.",
    expert: "FIN during the handshake, with no alert: often a missing or unreadable certificate or key, or a crashed TLS process.",
    next: ["{openssl}", READ_LOG, "Postfix: postconf smtpd_tls_chain_files smtpd_tls_cert_file smtpd_tls_key_file"],
    rfc: "RFC 8446 section 6",
  },
  reset: {
    cause: "network",
    headline: "Reset during TLS handshake",
    plain: "The connection was broken off while encryption was being set up.",
    expert: "RST during the handshake: a crashed TLS process, or a middlebox that lets no TLS through.",
    next: ["{openssl}", READ_LOG, "Try the same from another network."],
    rfc: "RFC 9293 section 3.5.2",
  },
  protocol: {
    cause: "configuration",
    headline: "TLS handshake failed",
    plain: "The server and we could not agree on an encrypted connection.",
    expert: "What came is no TLS, or there is no common cipher or group; the alert, where there was one, says which.",
    next: [
      "{openssl} -state",
      "{openssl} -tls1_2",
      "Check that the port speaks TLS the way this monitor expects: at once on 465, after STARTTLS on 25 and 587.",
    ],
    rfc: "RFC 8446 section 6.2, RFC 8314 section 3.3",
  },
};
