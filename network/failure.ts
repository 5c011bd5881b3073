import type { ConnectFailure, EncryptionFailure, HandshakeFailure, ReplyFailure } from "#core/reason/reason.ts";
import { tlsErrorText } from "./tls-error-text.ts";

/**
 * How waiting for the other side ended without what was waited for. A value, never an exception. `detail` is one short
 * sentence of facts, or null where the kind says it all.
 */
export type Failure = { failure: Exclude<ReplyFailure, "reply">; detail: string | null };

/** How a TLS handshake failed. `detail` is a sentence or the errno, or null where the kind says it all. */
export type TlsHandshakeFailure = { failure: HandshakeFailure | EncryptionFailure; detail: string | null };

/** How connecting to one address failed. `detail` is the errno or a few words; null where the kind says it all. */
export type AddressFailure = { failure: ConnectFailure; detail: string | null };

/**
 * What an error of an open socket says about the other side. Any errno has a kind: an unknown one is a lost connection. An error of
 * OpenSSL is about what the server sent.
 */
export function failureOf(error: NodeJS.ErrnoException & { reason?: string }): Failure {
  if (error.code?.startsWith("ERR_SSL_")) return { failure: "protocol", detail: tlsErrorText(error.reason ?? error.code) };
  if (error.code === "EPIPE" || error.code === "ERR_STREAM_WRITE_AFTER_END") return { failure: "closed", detail: error.code };
  return { failure: "reset", detail: error.code ?? error.message };
}

const CONNECT_ERRORS: Readonly<Record<string, ConnectFailure>> = {
  ECONNREFUSED: "refused",
  ETIMEDOUT: "timeout",
  EHOSTUNREACH: "unreachable",
  EHOSTDOWN: "unreachable",
  ENETUNREACH: "unreachable",
  ENETDOWN: "no-route",
  EADDRNOTAVAIL: "no-route",
  EAFNOSUPPORT: "no-route",
};

/** What an error of a connect says. `detail` is the errno; one that is not about the other side is `failed`. */
export function addressFailureOf(error: NodeJS.ErrnoException): AddressFailure {
  const detail = error.code ?? error.message;
  if (error.code === "ENETUNREACH" && isOurOwn(error)) return { failure: "no-route", detail };
  return { failure: CONNECT_ERRORS[detail] ?? "failed", detail };
}

/**
 * The same errno comes from our own routing table and from a router on the way. Only in the first case does connect(2) itself
 * fail, and Node then names the local address in the message ("connect ENETUNREACH 2001:db8::1:25 - Local (:::0)").
 */
function isOurOwn(error: Error): boolean {
  return error.message.includes(" - Local (");
}
