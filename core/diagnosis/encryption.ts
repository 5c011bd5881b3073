import type { EncryptionFailure } from "../reason/reason.ts";
import type { Entry } from "./entry.ts";

/** Encryption that comes about and is too weak. */
export const ENCRYPTION_ENTRIES: Record<EncryptionFailure, Entry> = {
  version: {
    cause: "configuration",
    headline: "TLS version is too old",
    plain: "The server encrypts only in ways that have been given up as unsafe, and mail programs of today refuse them.",
    expert: "The server has no more than TLS 1.1, TLS 1.0 or SSL 3, which are no longer to be used; TLS 1.2 is the least.",
    next: [
      "{openssl} -tls1_2",
      "{openssl} -tls1_1 -cipher DEFAULT@SECLEVEL=0",
      "Postfix: postconf -e 'smtpd_tls_protocols = >=TLSv1.2' 'smtpd_tls_mandatory_protocols = >=TLSv1.2'",
      "Update the TLS library of the server where it is too old for TLS 1.2.",
    ],
    rfc: "RFC 8996, RFC 9325 section 3.1.1",
  },
  "weak-cipher": {
    cause: "configuration",
    headline: "Encryption is weak",
    plain: "The server encrypts, but in a way that can be broken with enough effort.",
    expert: "A Diffie-Hellman group below 2,048 bits, or a cipher such as RC4 or 3DES, was agreed on.",
    next: [
      "{openssl} -tls1_2",
      "Postfix: postconf smtpd_tls_ciphers smtpd_tls_exclude_ciphers smtpd_tls_dh1024_param_file",
      "Dovecot: doveconf ssl_cipher_list ssl_dh",
      "On the server: openssl dhparam -out /etc/ssl/dh2048.pem 2048",
    ],
    rfc: "RFC 9325 section 4.1, RFC 9325 section 4.5, RFC 7465",
  },
};
