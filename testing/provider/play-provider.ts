import http, { type IncomingHttpHeaders } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { listening } from "../server/listening.ts";

/** What a provider was asked: `path` without the query, `body` as text and, where it is JSON, as what it means. */
export type ProviderRequest = {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: string;
  json: unknown;
};

/** What it answers, a body that is no text as JSON; or it hangs, or takes the request and breaks off. */
export type ProviderAnswer = { status: number; headers?: Record<string, string>; body?: string | object } | "hang" | "break-off";

export type PlayedProvider = { origin: string; asked: ProviderRequest[] };

/** Longer than any client here waits. */
const HANGS_FOR_MS = 60_000;

/**
 * A provider's HTTP API on loopback, until the test is over: `answer` says what its public reference says to a request; `count` is how
 * many there were before.
 */
export async function playProvider(answer: (request: ProviderRequest, count: number) => ProviderAnswer): Promise<PlayedProvider> {
  const asked: ProviderRequest[] = [];
  const server = http.createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on("data", (piece: Buffer) => pieces.push(piece));
    request.on("end", () => {
      const seen = seenOf(request, Buffer.concat(pieces).toString("utf8"));
      asked.push(seen);
      void respond(answer(seen, asked.length - 1), response);
    });
  });
  const { port } = await listening(server);
  return { origin: `http://127.0.0.1:${port}`, asked };
}

function seenOf({ method = "", url = "", headers }: http.IncomingMessage, body: string): ProviderRequest {
  const { pathname, searchParams } = new URL(url, "http://provider.example");
  const isJson = headers["content-type"]?.startsWith("application/json") ?? false;
  return { method, path: pathname, query: searchParams, headers, body, json: isJson ? JSON.parse(body) : undefined };
}

async function respond(answer: ProviderAnswer, response: http.ServerResponse): Promise<void> {
  if (answer === "hang") await sleep(HANGS_FOR_MS, undefined, { ref: false });
  if (answer === "hang" || answer === "break-off") return void response.destroy();
  const { status, headers = {}, body = "" } = answer;
  const isText = typeof body === "string";
  const type = isText ? "text/plain; charset=utf-8" : "application/json";
  response.writeHead(status, { "Content-Type": type, ...headers }).end(isText ? body : JSON.stringify(body));
}
