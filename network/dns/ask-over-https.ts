import { connect, type ClientHttp2Session, type IncomingHttpHeaders, type IncomingHttpStatusHeader } from "node:http2";
import tls from "node:tls";
import { MOST_BYTES, type Heard, type Query } from "./exchange.ts";
import { readMessage } from "./message.ts";
import { isAnswerTo } from "./read-answer.ts";

/** A server that is asked over HTTPS: its URL, and authorities in PEM trusted besides the usual ones. */
export type HttpsServer = { url: string; cas?: readonly string[] };

type Headers = IncomingHttpHeaders & IncomingHttpStatusHeader;

const MEDIA_TYPE = "application/dns-message";
/** A connection is kept for the questions that follow, and no longer. */
const IDLE_MS = 5_000;

const NOTHING: Heard = { outcome: "malformed", detail: "the server ended without an answer over HTTPS" };

/** Questions share a connection to each server, and nothing else: what it answered is nobody's but theirs. */
const sessions = new Map<string, ClientHttp2Session>();

/**
 * Asks over HTTPS, once, by POST (RFC 8484 section 4.1) and over HTTP/2, the least that section 5.2 recommends and the only one some servers speak. A
 * redirect is not followed: it would be another server than the one that was chosen. Whoever runs the product chose it, so no guard stands before it.
 */
export function askOverHttps(server: HttpsServer, query: Query, limitMs: number): Promise<Heard> {
  return new Promise((resolve) => {
    const { pathname, search } = new URL(server.url);
    const session = sessionTo(server);
    const request = session.request({
      ":method": "POST",
      ":path": `${pathname}${search}`,
      "content-type": MEDIA_TYPE,
      "content-length": query.bytes.length,
      accept: MEDIA_TYPE,
      "user-agent": "Ehlowatch",
    });
    const end = (heard: Heard) => {
      clearTimeout(limit);
      request.close();
      resolve(heard);
    };
    const limit = setTimeout(() => {
      forget(server, session); // it may be gone without a word: the next question gets a new one
      end({ outcome: "timeout", detail: "the server did not answer over HTTPS" });
    }, limitMs);

    let headers: Headers = {};
    const pieces: Buffer[] = [];
    let bytes = 0;
    request.on("response", (said) => {
      headers = said;
    });
    request.on("data", (piece: Buffer) => {
      pieces.push(piece);
      bytes += piece.length;
      if (bytes > MOST_BYTES) end({ outcome: "too-large", detail: "more than 64 KiB over HTTPS" });
    });
    request.on("end", () => end(hear(headers, Buffer.concat(pieces), query)));
    request.on("error", (error) => end({ outcome: "unreachable", detail: `${codeOf(error)} over HTTPS` }));
    request.on("close", () => end(NOTHING));
    request.end(query.bytes);
  });
}

function sessionTo(server: HttpsServer): ClientHttp2Session {
  const { url, cas = [] } = server;
  const kept = sessions.get(keyOf(server));
  if (kept !== undefined && !kept.closed && !kept.destroyed) return kept;
  const session = connect(new URL(url).origin, {
    minVersion: "TLSv1.2",
    ...(cas.length === 0 ? {} : { ca: [...tls.rootCertificates, ...cas] }),
  });
  session.on("error", () => forget(server, session)); // every question that waits is told of it by itself
  session.on("close", () => forget(server, session));
  session.setTimeout(IDLE_MS, () => session.close());
  session.unref();
  sessions.set(keyOf(server), session);
  return session;
}

function forget(server: HttpsServer, session: ClientHttp2Session): void {
  if (sessions.get(keyOf(server)) === session) sessions.delete(keyOf(server));
}

/** Whom one trusts is part of whom one asks. */
const keyOf = ({ url, cas = [] }: HttpsServer) => [url, ...cas].join("\n");

function codeOf(error: Error & { code?: string; cause?: unknown }): string {
  const { code, message } = (error.cause ?? error) as Error & { code?: string }; // what ended the connection says more than that the question was
  return code ?? message;
}

function hear(headers: Headers, body: Buffer, { id, question }: Query): Heard {
  const status = headers[":status"];
  if (status === undefined) return NOTHING;
  if (status !== 200) return { outcome: isRefusal(status) ? "refused" : "servfail", detail: `HTTP ${status}` };
  const message = headers["content-type"] === MEDIA_TYPE ? readMessage(body) : null;
  if (message === null || !isAnswerTo(question, id, message)) {
    return { outcome: "malformed", detail: `${body.length} bytes that are no answer over HTTPS` };
  }
  return { message };
}

const isRefusal = (status: number) => status >= 400 && status < 500;
