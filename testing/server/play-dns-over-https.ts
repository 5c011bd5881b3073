import { once } from "node:events";
import { createSecureServer, type ServerHttp2Session, type ServerHttp2Stream } from "node:http2";
import type { AddressInfo } from "node:net";
import { decode } from "dns-packet";
import { makeAuthority, makeCertificate } from "../certificates.ts";
import type { PlayedQuery } from "./play-dns-messages.ts";

/** One question over HTTPS, and the stream it is answered on. */
export type HttpsQuery = Pick<PlayedQuery, "message"> & { headers: Record<string, unknown>; stream: ServerHttp2Stream };

/** A played server (RFC 8484); `sessions` are its connections. */
export type PlayedHttps = { url: string; cas: string[]; sessions: Set<ServerHttp2Session>; close: () => Promise<void> };

/** Leaves each question to `play`, over HTTP/2. */
export async function playDnsOverHttps(play: (query: HttpsQuery) => void): Promise<PlayedHttps> {
  const authority = makeAuthority();
  const { cert, key } = makeCertificate({ names: ["127.0.0.1"], issuer: authority });
  const server = createSecureServer({ cert, key }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const sessions = new Set<ServerHttp2Session>();
  server.on("session", (session) => sessions.add(session));
  server.on("stream", (stream, headers) => {
    const pieces: Buffer[] = [];
    stream.on("error", () => undefined);
    stream.on("data", (piece: Buffer) => pieces.push(piece));
    stream.on("end", () => play({ message: decode(Buffer.concat(pieces)), headers, stream }));
  });
  return {
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}/dns-query?from=us`,
    cas: [authority.cert],
    sessions,
    close: async () => {
      for (const session of sessions) session.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

/** What a server answers that does as it should. */
export function respond({ stream }: HttpsQuery, body: Buffer, headers: Record<string, string | number> = {}): void {
  stream.respond({ ":status": 200, "content-type": "application/dns-message", ...headers });
  stream.end(body);
}
