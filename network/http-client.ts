import http from "node:http";
import type net from "node:net";
import { Deadline } from "./deadline.ts";
import { dialHttp, type DialFailure, type DialOptions } from "./http-dial.ts";
import { readHttpUrl, type HttpTarget } from "./http-url.ts";

/** What to ask. Names and values of headers are ours, or were held against what can be sent when a user typed them: any other throws. */
export type HttpRequest = {
  method: "GET" | "POST" | "PUT" | "DELETE";
  url: string;
  headers?: Readonly<Record<string, string>>;
  body?: string;
};

/** How to ask. `timeLimitMs` bounds all of it, from the lookup to the last byte of the answer; `bodyBytes` is how much of a body is read, 64 KiB. */
export type HttpOptions = DialOptions & { timeLimitMs: number; bodyBytes?: number };

/** Why there was no answer: the URL is none that is asked, or what went wrong on the way. */
export type HttpFailure = DialFailure["failure"] | "url" | "closed" | "protocol";

/**
 * What came of it. Whatever status the server answered is an answer, a redirect too, which is never followed. `body` is the begin of it, read
 * as UTF-8, and `isWhole` whether that is all of it.
 */
export type HttpOutcome =
  | { answered: true; status: number; headers: Readonly<http.IncomingHttpHeaders>; body: string; isWhole: boolean }
  | { answered: false; failure: HttpFailure; detail: string };

const BODY_BUDGET = 64 * 1024;
const HEADERS_BUDGET = 16 * 1024;
/** A server may say "not yet" (1xx) this often. */
const MOST_INTERIM = 10;

/**
 * Asks an HTTP server once: the one client for every URL that a user or a third party gave us. It goes only where the address guard lets it,
 * follows nothing, keeps no connection and no cookie, and ends with its time limit. Never throws for what the server did.
 */
export async function askHttp(request: HttpRequest, options: HttpOptions): Promise<HttpOutcome> {
  const target = readHttpUrl(request.url);
  if (typeof target === "string") return { answered: false, failure: "url", detail: target };
  const deadline = new Deadline(options.timeLimitMs);
  try {
    const socket = await dialHttp(target, options, deadline);
    if ("failure" in socket) return { answered: false, ...socket };
    try {
      return await ask(request, target, socket, deadline, options.bodyBytes ?? BODY_BUDGET);
    } finally {
      socket.destroy();
    }
  } finally {
    deadline.clear();
  }
}

function ask(
  request: HttpRequest,
  target: HttpTarget,
  socket: net.Socket,
  deadline: Deadline,
  bodyBytes: number,
): Promise<HttpOutcome> {
  return new Promise((resolve) => {
    let endReading: (() => void) | null = null;
    const fail = (failure: HttpFailure, detail: string) =>
      endReading === null ? resolve({ answered: false, failure, detail }) : endReading();
    const body = Buffer.from(request.body ?? "");
    const asked = http.request({
      createConnection: () => socket,
      method: request.method,
      path: target.path,
      setHost: false,
      maxHeaderSize: HEADERS_BUDGET,
      headers: {
        "User-Agent": "Ehlowatch",
        "Accept-Encoding": "identity",
        ...request.headers,
        Host: target.authority,
        Connection: "close",
        ...(request.method === "GET" ? {} : { "Content-Length": body.length }),
      },
    });
    deadline.onPass(() => fail("timeout", "the server did not answer in time"));
    let interim = 0;
    asked.on("information", () => {
      if (++interim > MOST_INTERIM) fail("protocol", "the server puts us off without end");
    });
    asked.on("response", (response) => {
      endReading = read(response, bodyBytes, resolve);
    });
    asked.on("upgrade", () => fail("protocol", "the server changes the protocol unasked"));
    asked.on("error", (error: NodeJS.ErrnoException) => {
      const isParsing = error.code?.startsWith("HPE_") ?? false;
      fail(isParsing ? "protocol" : "closed", error.code ?? error.message);
    });
    asked.on("close", () => fail("closed", "the server closed the connection"));
    asked.end(request.method === "GET" ? undefined : body);
  });
}

/** Reads as much of the body as there is room for; where it breaks off, what came is the body. Returns what ends it early. */
function read(response: http.IncomingMessage, bodyBytes: number, resolve: (outcome: HttpOutcome) => void): () => void {
  const pieces: Buffer[] = [];
  let bytes = 0;
  const settle = (isWhole: boolean) => {
    const body = Buffer.concat(pieces).subarray(0, bodyBytes).toString("utf8");
    resolve({ answered: true, status: response.statusCode ?? 0, headers: response.headers, body, isWhole });
  };
  response.on("data", (piece: Buffer) => {
    pieces.push(piece);
    bytes += piece.length;
    if (bytes > bodyBytes) settle(false);
  });
  response.on("end", () => settle(true));
  response.on("error", () => settle(false));
  response.on("close", () => settle(response.complete));
  return () => settle(false);
}
