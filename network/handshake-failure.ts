import type { Failure, TlsHandshakeFailure } from "./failure.ts";
import { tlsErrorText } from "./tls-error-text.ts";

/** OpenSSL says it in one way up to 3.0 and in another since. */
const SMALL_GROUP: TlsHandshakeFailure = {
  failure: "weak-cipher",
  detail: "The server wants to agree on a key by Diffie-Hellman with less than 1024 bits, which no one does any more.",
};

/** What OpenSSL says where two sides have nothing in common that either still agrees to, and where a message is none. */
const TLS_ERRORS: Readonly<Record<string, TlsHandshakeFailure>> = {
  ERR_SSL_UNSUPPORTED_PROTOCOL: {
    failure: "version",
    detail: "The server wants a version that is older than TLSv1, such as SSLv3.",
  },
  ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: { failure: "version", detail: "The server refuses every version from TLSv1 to TLSv1.3." },
  ERR_SSL_DH_KEY_TOO_SMALL: SMALL_GROUP,
  ERR_SSL_UNKNOWN_SECURITY_BITS: SMALL_GROUP,
  ERR_SSL_UNSAFE_LEGACY_RENEGOTIATION_DISABLED: {
    failure: "protocol",
    detail: "The server knows no secure renegotiation (RFC 5746), without which what is said can be tampered with.",
  },
  ERR_SSL_WRONG_VERSION_NUMBER: { failure: "protocol", detail: "What the server sent is no TLS." },
  ERR_SSL_EXCESSIVE_MESSAGE_SIZE: {
    failure: "protocol",
    detail: "The server sent more certificates than anybody takes (100 KiB).",
  },
};

/**
 * What an error says that came before the TLS handshake was through. Node reports a server that closes in the middle of it as
 * ECONNRESET with a sentence of its own and without a system call.
 */
export function handshakeFailureOf(error: NodeJS.ErrnoException & { reason?: string }): TlsHandshakeFailure {
  const { code = "", reason = error.message } = error;
  if (code === "ECONNRESET" && error.syscall === undefined) return { failure: "closed", detail: null };
  if (code === "ECONNRESET" || code === "EPIPE") return { failure: "reset", detail: code };
  return TLS_ERRORS[code] ?? { failure: "protocol", detail: tlsErrorText(reason) };
}

/** The same for a connection that ended for a reason of our own. */
export function unfinishedHandshake({ failure, detail }: Failure): TlsHandshakeFailure {
  const isOfLines = failure === "protocol" || failure === "line-too-long" || failure === "reply-too-large";
  return { failure: isOfLines ? "protocol" : failure, detail };
}
