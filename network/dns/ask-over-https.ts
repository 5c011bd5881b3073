import type { IncomingMessage } from "node:http";
import https from "node:https";
import tls from "node:tls";
import { MOST_BYTES, type Heard, type Query } from "./exchange.ts";
import { readMessage } from "./message.ts";
import { isAnswerTo } from "./read-answer.ts";

const MEDIA_TYPE = "application/dns-message";
const MOST_CONNECTIONS = 4;
/** Connections are kept for the questions that follow, and no longer. */
const IDLE_MS = 5_000;

/** Asks one server over HTTPS. */
export type AskOverHttps = (query: Query, limitMs: number) => Promise<Heard>;

/** Connections to one server, which several questions share. Whoever runs the product chose it, so no guard stands before it. */
export function httpsTo(url: string, cas: readonly string[] = []): AskOverHttps {
  const ca = cas.length === 0 ? undefined : [...tls.rootCertificates, ...cas];
  const agent = new https.Agent({ keepAlive: true, maxSockets: MOST_CONNECTIONS, timeout: IDLE_MS, minVersion: "TLSv1.2", ca });
  return (query, limitMs) => ask(url, agent, query, limitMs);
}

/** Asks by POST (RFC 8484 section 4.1). A redirect is not followed: it would be another server than the one that was chosen. */
function ask(url: string, agent: https.Agent, query: Query, limitMs: number): Promise<Heard> {
  return new Promise((resolve) => {
    const headers = {
      "Content-Type": MEDIA_TYPE,
      Accept: MEDIA_TYPE,
      "User-Agent": "Ehlowatch",
      "Content-Length": query.bytes.length,
    };
    const request = https.request(url, { method: "POST", agent, headers });
    const end = (heard: Heard) => {
      clearTimeout(limit);
      resolve(heard);
    };
    const limit = setTimeout(() => {
      end({ outcome: "timeout", detail: "the server did not answer over HTTPS" });
      request.destroy();
    }, limitMs);
    request.on("error", (error: NodeJS.ErrnoException) =>
      end({ outcome: "unreachable", detail: `${error.code ?? error.message} over HTTPS` }),
    );
    request.on("response", (response) => {
      void readBody(response).then((body) => end(body === null ? TOO_LARGE : hear(response, body, query)));
    });
    request.end(query.bytes);
  });
}

const TOO_LARGE: Heard = { outcome: "too-large", detail: "more than 64 KiB over HTTPS" };

/** The body as far as it came; null where it is longer than any message. */
async function readBody(response: IncomingMessage): Promise<Buffer | null> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const piece of response as AsyncIterable<Buffer>) {
      pieces.push(piece);
      bytes += piece.length;
      if (bytes > MOST_BYTES) return null; // leaving the loop closes the connection
    }
  } catch {
    return Buffer.concat(pieces); // it broke off: a part of a message is none, and is told as that
  }
  return Buffer.concat(pieces);
}

function hear({ statusCode = 0, headers }: IncomingMessage, body: Buffer, { id, question }: Query): Heard {
  if (statusCode !== 200)
    return { outcome: statusCode >= 400 && statusCode < 500 ? "refused" : "servfail", detail: `HTTP ${statusCode}` };
  const message = headers["content-type"] === MEDIA_TYPE ? readMessage(body) : null;
  if (message === null || !isAnswerTo(question, id, message)) {
    return { outcome: "malformed", detail: `${body.length} bytes that are no answer over HTTPS` };
  }
  return { message };
}
