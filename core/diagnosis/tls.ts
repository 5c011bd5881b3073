import type { TlsFailure } from "../reason.ts";
import type { Entry } from "./entry.ts";

const SHOW = "openssl s_client -connect {host}:{port} {tls}-servername {host} -showcerts";
const DATES = "openssl s_client -connect {host}:{port} {tls}-servername {host} </dev/null | openssl x509 -noout -dates";
const NAMES =
  "openssl s_client -connect {host}:{port} {tls}-servername {host} </dev/null | openssl x509 -noout -ext subjectAltName";

export const TLS_ENTRIES: Record<TlsFailure, Entry> = {
  timeout: {
    cause: "resources",
    headline: "TLS handshake timed out",
    plain: "The server agreed to encrypt and then did not follow through in time.",
    expert:
      "The TLS handshake did not finish within the time limit: an overloaded server, a stuck key store, or lost large packets (MTU).",
    next: [SHOW, "Check the path for MTU trouble: ping -M do -s 1400 {host}"],
    rfc: "RFC 8446 section 2",
  },
  closed: {
    cause: "configuration",
    headline: "Closed during TLS handshake",
    plain: "The server hung up while encryption was being set up.",
    expert: "FIN during the handshake, with no alert: often a missing or unreadable certificate or key, or a crashed TLS process.",
    next: [SHOW, "On the server: read the mail log at the time of the check."],
    rfc: "RFC 8446 section 6",
  },
  reset: {
    cause: "network",
    headline: "Reset during TLS handshake",
    plain: "The connection was broken off while encryption was being set up.",
    expert: "RST during the handshake: a crashed TLS process, or a middlebox that lets no TLS through.",
    next: [SHOW, "Try the same from another network."],
    rfc: "RFC 9293 section 3.5.2",
  },
  protocol: {
    cause: "configuration",
    headline: "TLS handshake failed",
    plain: "The server and we could not agree on an encrypted connection.",
    expert: "What came is no TLS, or there is no common version or cipher (TLS 1.2 is the floor here, as RFC 8996 asks).",
    next: [
      SHOW,
      "openssl s_client -connect {host}:{port} {tls}-tls1_2",
      "Check that the port speaks TLS the way this monitor expects.",
    ],
    rfc: "RFC 8996, RFC 8314 section 4.1",
  },
  expired: {
    cause: "configuration",
    headline: "Certificate expired",
    plain: "The server's certificate has run out; mail programs warn their users or refuse to connect.",
    expert: "A certificate in the chain is past its notAfter: renewal failed, or the server was not reloaded after it.",
    next: [DATES, "Renew it (certbot renew) and reload the mail server, so that it reads the new file."],
    rfc: "RFC 5280 section 4.1.2.5",
  },
  "not-yet-valid": {
    cause: "configuration",
    headline: "Certificate not yet valid",
    plain: "The server's certificate is dated in the future; mail programs refuse it until then.",
    expert: "The certificate's notBefore is ahead of our clock: installed too early, or issued by a machine with a wrong clock.",
    next: [DATES, "Compare the clocks: date -u on the server."],
    rfc: "RFC 5280 section 4.1.2.5",
  },
  name: {
    cause: "configuration",
    headline: "Certificate is for another name",
    plain: "The server shows a certificate that belongs to another name, so nobody can be sure who answers.",
    expert: "No subject alternative name matches the host; the common name is not looked at (RFC 9525).",
    next: [NAMES, "Issue a certificate with {host} among its names, or watch the server by a name the certificate has."],
    rfc: "RFC 9525 section 6",
  },
  "self-signed": {
    cause: "configuration",
    headline: "Certificate is self-signed",
    plain: "The server made its certificate itself, so nobody vouches for it.",
    expert: "The leaf is its own issuer and in no trust store: typically the package's default (snakeoil) certificate.",
    next: [SHOW, "Get a certificate from a public authority (for example with certbot) and name it in the server's configuration."],
    rfc: "RFC 5280 section 6.1",
  },
  untrusted: {
    cause: "configuration",
    headline: "Certificate is not trusted",
    plain: "The server's certificate was issued by somebody mail programs do not know, or a piece of its chain is missing.",
    expert: "No path to a trusted root: a private authority, a retired root, or an intermediate that the server does not send.",
    next: [SHOW, "Make the server send the whole chain (fullchain.pem, not cert.pem)."],
    rfc: "RFC 5280 section 6.1, RFC 8446 section 4.4.2",
  },
  expiring: {
    cause: "configuration",
    headline: "Certificate expires soon",
    plain: "The server's certificate runs out soon; from then on mail programs will refuse it.",
    expert: "Less than 14 days remain until notAfter: automatic renewal should have happened by now.",
    next: [DATES, "Renew it (certbot renew) and reload the mail server, so that it reads the new file."],
    rfc: "RFC 5280 section 4.1.2.5",
  },
  version: {
    cause: "configuration",
    headline: "TLS version is too old",
    plain: "The server encrypts in a way that has been given up as unsafe.",
    expert: "The server agreed on TLS 1.1, TLS 1.0 or SSL 3, which are no longer to be used.",
    next: ["openssl s_client -connect {host}:{port} {tls}-tls1_2", "Postfix: postconf smtpd_tls_protocols"],
    rfc: "RFC 8996",
  },
  "weak-cipher": {
    cause: "configuration",
    headline: "Encryption is weak",
    plain: "The server encrypts, but in a way that can be broken.",
    expert: "A small Diffie-Hellman group, or a cipher such as RC4 or 3DES, was agreed on.",
    next: [SHOW, "Postfix: postconf smtpd_tls_mandatory_ciphers smtpd_tls_exclude_ciphers"],
    rfc: "RFC 9325 section 4",
  },
  incomplete: {
    cause: "configuration",
    headline: "Certificate chain is incomplete",
    plain: "The server does not send all of its certificates, so some mail programs cannot trust it.",
    expert: "The chain ends before any root: the intermediate certificate is not sent.",
    next: [SHOW, "Make the server send the whole chain (fullchain.pem, not cert.pem)."],
    rfc: "RFC 8446 section 4.4.2",
  },
  pin: {
    cause: "configuration",
    headline: "Certificate is not the pinned one",
    plain: "The server shows another certificate than the one this monitor is pinned to.",
    expert: "The SHA-256 fingerprint of the certificate is not the pinned one.",
    next: [SHOW],
    rfc: "RFC 7525 section 6.5",
  },
  "weak-certificate": {
    cause: "configuration",
    headline: "Certificate is weak",
    plain: "The server's certificate uses a key or a signature that can be forged.",
    expert: "An RSA key below 2,048 bits, or a signature with MD5 or SHA-1.",
    next: [SHOW],
    rfc: "RFC 9325 section 4.4",
  },
};
