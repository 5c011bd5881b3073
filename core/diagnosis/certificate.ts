import type { CertificateFailure } from "../reason/reason.ts";
import type { Entry } from "./entry.ts";

const SHOW = "{openssl} -showcerts </dev/null";
const DATES = "{openssl} </dev/null | openssl x509 -noout -dates";
const NAMES = "{openssl} </dev/null | openssl x509 -noout -ext subjectAltName";
const RELOAD = "On the server: postfix reload";
const RENEW = "On the server: certbot renew --deploy-hook 'postfix reload'";

/** What is wrong with a certificate, or will be soon. */
export const CERTIFICATE_ENTRIES: Record<CertificateFailure, Entry> = {
  expired: {
    cause: "configuration",
    headline: "Certificate expired",
    plain: "The server's certificate has run out; mail programs warn their users or refuse to connect.",
    expert: "A certificate in the chain is past its notAfter: renewal failed, or the server was not reloaded after it.",
    next: [
      DATES,
      RENEW,
      RELOAD,
      "If it was renewed long ago, the server still has the old file in memory: reload it after each renewal.",
    ],
    rfc: "RFC 5280 section 4.1.2.5",
  },
  "not-yet-valid": {
    cause: "configuration",
    headline: "Certificate not yet valid",
    plain: "The server's certificate is dated in the future; mail programs refuse it until then.",
    expert: "The certificate's notBefore is ahead of our clock: installed too early, or issued by a machine with a wrong clock.",
    next: [DATES, "On the server: date -u; timedatectl", "Put the old certificate back until the new one is valid."],
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
    next: [
      SHOW,
      "On the server: certbot certonly --standalone -d {host}",
      "Postfix: postconf smtpd_tls_chain_files smtpd_tls_cert_file",
      "If it is meant to be so, pin its fingerprint in this monitor.",
    ],
    rfc: "RFC 5280 section 6.1",
  },
  untrusted: {
    cause: "configuration",
    headline: "Certificate is not trusted",
    plain: "The server's certificate was issued by somebody mail programs do not know.",
    expert: "The chain ends in a root that is in no public trust store: a private authority, or one that has been removed.",
    next: [SHOW, "Get a certificate from a public authority, or give this monitor the private one as PEM."],
    rfc: "RFC 5280 section 6.1",
  },
  incomplete: {
    cause: "configuration",
    headline: "Certificate chain is incomplete",
    plain: "The server does not send all of its certificates, so some mail programs trust it and others do not.",
    expert: "The chain ends before any root: the intermediate certificate is not sent, and clients that have not cached it fail.",
    next: [
      SHOW,
      "Make the server send the whole chain: fullchain.pem, not cert.pem.",
      "Postfix: postconf smtpd_tls_chain_files smtpd_tls_cert_file",
      RELOAD,
    ],
    rfc: "RFC 8446 section 4.4.2",
  },
  pin: {
    cause: "configuration",
    headline: "Certificate is not the pinned one",
    plain: "The server shows another certificate than the one this monitor is pinned to: it was renewed, or somebody else answers.",
    expert: "The SHA-256 fingerprint of the leaf is not the pinned one; a renewal changes it even where the key stays.",
    next: [
      "{openssl} </dev/null | openssl x509 -noout -fingerprint -sha256 -subject -issuer -dates",
      "On the server: openssl x509 -in fullchain.pem -noout -fingerprint -sha256",
      "If both are the same, put the new fingerprint into this monitor; if not, find out who answers in the server's place.",
    ],
    rfc: null,
  },
  "weak-certificate": {
    cause: "configuration",
    headline: "Certificate is weak",
    plain: "The server's certificate has a key or a signature that can be forged with enough effort.",
    expert: "An RSA key below 2,048 bits, or a signature with MD5 or SHA-1.",
    next: [
      "{openssl} </dev/null | openssl x509 -noout -text | grep -E 'Public-Key|Signature Algorithm'",
      "On the server: certbot certonly --standalone -d {host} --key-type ecdsa",
      RELOAD,
    ],
    rfc: "RFC 9325 section 4.5",
  },
  expiring: {
    cause: "configuration",
    headline: "Certificate expires soon",
    plain: "The server's certificate runs out soon; from then on mail programs will refuse it.",
    expert: "Fewer days remain until notAfter than the monitor warns at; automatic renewal should have happened by now.",
    next: [
      DATES,
      "On the server: certbot renew --dry-run",
      RENEW,
      "On the server: systemctl list-timers | grep -i -E 'certbot|acme'",
    ],
    rfc: "RFC 5280 section 4.1.2.5",
  },
};
