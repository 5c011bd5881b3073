import http from "node:http";
import https from "node:https";
import net from "node:net";
import type { TLSSocket } from "node:tls";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { makeCertificate, type Authority } from "#testing/certificates.ts";
import { holdClosedPort } from "#testing/server/closed-port.ts";
import { listening, saying } from "#testing/server/listening.ts";
import { onlyA, playedDns } from "#testing/server/played-dns.ts";
import { askHttp, type HttpOptions, type HttpOutcome, type HttpRequest } from "./http-client.ts";

const options = (more: Partial<HttpOptions> = {}): HttpOptions => ({
  timeLimitMs: 2_000,
  dnsServers: [],
  allowPrivate: true,
  ...more,
});
const ask = (url: string, more: Partial<HttpOptions> = {}, request: Partial<HttpRequest> = {}) =>
  askHttp({ method: "GET", url, ...request }, options(more));

test("a request arrives as it was meant, and its answer comes back", async () => {
  const seen: unknown[] = [];
  const server = await listening(
    http.createServer((request, response) => {
      request.setEncoding("utf8").on("data", (body: string) => {
        const { host, connection, "x-sign": sign } = request.headers;
        seen.push({ method: request.method, path: request.url, host, connection, sign, body });
        response.writeHead(202, { "x-receipt": "42" }).end("täken");
      });
    }),
  );
  const dnsServers = await playedDns(onlyA("127.0.0.1"));
  const url = `http://hooks.example:${server.port}/a?b=ä%20c#d`;
  const outcome = await ask(url, { dnsServers }, { method: "POST", body: "schön", headers: { "X-Sign": "1" } });
  expect(outcome).toMatchObject({ answered: true, status: 202, headers: { "x-receipt": "42" }, body: "täken", isWhole: true });
  const host = `hooks.example:${server.port}`;
  expect(seen).toEqual([{ method: "POST", path: "/a?b=%C3%A4%20c", host, connection: "close", sign: "1", body: "schön" }]);
});

test.each([301, 302, 303, 307, 308])("a redirect (%d) is an answer, and is not followed", async (status) => {
  let connections = 0;
  const elsewhere = await listening(net.createServer(() => connections++));
  const port = await saying(
    `HTTP/1.1 ${status} Elsewhere\r\nLocation: http://127.0.0.1:${elsewhere.port}/\r\nContent-Length: 0\r\n\r\n`,
  );
  expect(await ask(`http://127.0.0.1:${port}/`)).toMatchObject({ answered: true, status });
  expect(connections).toBe(0);
});

describe("over TLS", () => {
  let authority: Authority;
  beforeAll(() => {
    authority = makeCertificate({ names: ["Test CA"], isAuthority: true });
  });

  async function secured(names: string[], wish: Parameters<typeof makeCertificate>[0] = {}) {
    const heard: unknown[] = [];
    const server = https.createServer(makeCertificate({ names, issuer: authority, ...wish }), (request, response) => {
      heard.push((request.socket as TLSSocket).servername);
      response.end("over TLS");
    });
    const { port } = await listening(server);
    const dnsServers = await playedDns(onlyA("127.0.0.1"));
    return { heard, outcome: await ask(`https://hooks.example:${port}/`, { dnsServers, extraCas: [authority.cert] }) };
  }

  test("the name that was asked for is the one whose certificate counts", async () => {
    const { heard, outcome } = await secured(["hooks.example"]);
    expect(outcome).toMatchObject({ answered: true, status: 200, body: "over TLS" });
    expect(heard).toEqual(["hooks.example"]);
  });

  test.each([
    ["of another name", ["other.example"], {}, "ERR_TLS_CERT_ALTNAME_INVALID"],
    ["of its address only", ["127.0.0.1"], {}, "ERR_TLS_CERT_ALTNAME_INVALID"],
    ["that has expired", ["hooks.example"], { fromDay: -9, toDay: -2 }, "CERT_HAS_EXPIRED"],
    ["that signs itself", ["hooks.example"], { issuer: undefined }, "DEPTH_ZERO_SELF_SIGNED_CERT"],
  ])("a certificate %s is not accepted, and nothing is asked", async (_, names, wish, detail) => {
    const { heard, outcome } = await secured(names, wish);
    expect(outcome).toEqual({ answered: false, failure: "tls", detail });
    expect(heard).toEqual([]);
  });

  test("a server that speaks no TLS, or none to the end, is told apart", async () => {
    const plain = await saying("HTTP/1.1 200 OK\r\n\r\n");
    expect(await ask(`https://127.0.0.1:${plain}/`)).toMatchObject({ failure: "tls" });
    const silent = await saying();
    expect(await ask(`https://127.0.0.1:${silent}/`, { timeLimitMs: 200 })).toMatchObject({ failure: "timeout" });
  });
});

describe("a server that misbehaves", () => {
  const OK = "HTTP/1.1 200 OK\r\n";
  test.each<[string, string[], Partial<HttpOutcome> & { failure?: string }]>([
    ["says nothing", [], { failure: "timeout" }],
    ["says half of its headers", [`${OK}Content-Type: te`], { failure: "timeout" }],
    ["speaks another protocol", ["220 mx.example ESMTP\r\n"], { failure: "protocol" }],
    ["has headers without end", [OK, "X-Long: ", "a".repeat(64 * 1024)], { failure: "protocol" }],
    ["has two lengths", [`${OK}Content-Length: 1\r\nContent-Length: 2\r\n\r\nab`], { failure: "protocol" }],
    ["has a length and chunks", [`${OK}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`], { failure: "protocol" }],
    ["puts us off without end", ["HTTP/1.1 102 Processing\r\n\r\n".repeat(50)], { failure: "protocol" }],
    [
      "changes the protocol",
      ["HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n"],
      { failure: "protocol" },
    ],
    ["stops in the middle of its body", [`${OK}Content-Length: 10\r\n\r\nhalf`], { answered: true, body: "half", isWhole: false }],
    [
      "sends a chunk that is none",
      [`${OK}Transfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\nzz\r\n`],
      { answered: true, isWhole: false },
    ],
    ["sends more than there is room for", [`${OK}\r\n`, "a".repeat(200_000)], { answered: true, status: 200, isWhole: false }],
  ])("and %s ends in a value", async (_, pieces, expected) => {
    const port = await saying(...pieces);
    const startedAtMs = performance.now();
    const outcome = await ask(`http://127.0.0.1:${port}/`, { timeLimitMs: 300 });
    expect(performance.now() - startedAtMs).toBeLessThan(1_000);
    expect(outcome).toMatchObject(expected);
    expect(JSON.stringify(outcome).length).toBeLessThanOrEqual(65 * 1024);
  });

  test("closes, resets or is not there", async () => {
    const closing = await listening(net.createServer((socket) => socket.end()));
    expect(await ask(`http://127.0.0.1:${closing.port}/`)).toMatchObject({ failure: "closed" });
    const resetting = await listening(net.createServer((socket) => void socket.once("data", () => socket.resetAndDestroy())));
    expect(await ask(`http://127.0.0.1:${resetting.port}/`)).toMatchObject({ failure: "closed", detail: "ECONNRESET" });
    const gone = await holdClosedPort();
    onTestFinished(() => gone.close());
    expect(await ask(`http://127.0.0.1:${gone.port}/`)).toMatchObject({ failure: "connect", detail: "127.0.0.1 ECONNREFUSED" });
    expect(await ask("http://nobody.example/", { dnsServers: await playedDns(() => "nxdomain") })).toMatchObject({
      failure: "dns",
    });
  });

  test("leaves no socket behind", async () => {
    const server = await listening(net.createServer((socket) => socket.on("error", () => undefined).resume()));
    await Promise.all(Array.from({ length: 50 }, () => ask(`http://127.0.0.1:${server.port}/`, { timeLimitMs: 100 })));
    await expect.poll(() => new Promise((resolve) => server.getConnections((_, count) => resolve(count)))).toBe(0);
  });
});
