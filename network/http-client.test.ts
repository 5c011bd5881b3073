import { once } from "node:events";
import http from "node:http";
import https from "node:https";
import net from "node:net";
import type { TLSSocket } from "node:tls";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { boundsOf } from "#core/bounds.ts";
import { DISGUISED, LOOPBACK_NAMES, METADATA, PRIVATE, UNUSABLE } from "#testing/address-corpus.ts";
import { makeCertificate, type Authority } from "#testing/certificates.ts";
import { printFigure } from "#testing/print-figure.ts";
import { holdClosedPort } from "#testing/server/closed-port.ts";
import { playDns, type DnsAnswer, type Family } from "#testing/server/play-dns.ts";
import { askHttp, type HttpOptions, type HttpOutcome, type HttpRequest } from "./http-client.ts";

const HOSTED = boundsOf({ isEmbedded: false, ports: "any", ownAddresses: ["8.8.4.4"] });
const options = (more: Partial<HttpOptions> = {}): HttpOptions => ({
  timeLimitMs: 2_000,
  dnsServers: [],
  allowPrivate: true,
  ...more,
});
const ask = (url: string, more: Partial<HttpOptions> = {}, request: Partial<HttpRequest> = {}) =>
  askHttp({ method: "GET", url, ...request }, options(more));

async function listening<Server extends net.Server>(server: Server, host = "127.0.0.1"): Promise<Server & { port: number }> {
  const sockets = new Set<net.Socket>();
  server.on("connection", (socket: net.Socket) => sockets.add(socket.on("close", () => sockets.delete(socket))));
  server.listen(0, host);
  await once(server, "listening");
  onTestFinished(async () => {
    sockets.forEach((socket) => socket.destroy());
    server.close();
    await once(server, "close");
  });
  return Object.assign(server, { port: (server.address() as net.AddressInfo).port });
}

/** A server that reads one request and says these bytes. */
async function saying(...pieces: string[]): Promise<number> {
  const server = net.createServer((socket) => {
    socket.on("error", () => undefined);
    socket.once("data", () => pieces.forEach((piece) => socket.write(piece, "latin1")));
  });
  return (await listening(server)).port;
}

async function playedDns(zone: (name: string, family: Family) => DnsAnswer): Promise<string[]> {
  const server = await playDns(zone);
  onTestFinished(() => server.close());
  return [server.address];
}

const onlyA =
  (...addresses: string[]) =>
  (_: string, family: Family): DnsAnswer =>
    family === "A" ? addresses : [];

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

const inBrackets = (host: string) => (host.includes(":") && !host.startsWith("[") ? `[${host}]` : host);

describe("hosted", () => {
  test("no URL of an address that is not public is asked, however it is spelled", async () => {
    let connections = 0;
    const { port } = await listening(
      net.createServer(() => connections++),
      "::",
    );
    const dnsServers = await playedDns(() => "nxdomain");
    const disguised = DISGUISED.filter((host) => host !== "00127.0.0.1"); // a URL has it in octal, and 87.0.0.1 is public
    const more = [...LOOPBACK_NAMES, "8.8.4.4", "127.0.0.1.", "%31%32%37.0.0.1"];
    const hosts = [...PRIVATE, ...METADATA, ...UNUSABLE, ...disguised, ...more];
    const outcomes: HttpOutcome[] = [];
    for (const host of hosts) outcomes.push(await ask(`http://${inBrackets(host)}:${port}/`, { ...HOSTED, dnsServers }));
    expect(outcomes.filter(({ answered }) => answered)).toEqual([]);
    const failures = outcomes.map((outcome) => (outcome.answered ? "" : outcome.failure));
    expect(new Set(failures)).toEqual(new Set(["blocked", "url", "dns"]));
    const plain = [...PRIVATE, ...METADATA, ...UNUSABLE].length;
    expect(failures.slice(0, plain).filter((failure) => failure !== "blocked" && failure !== "url")).toEqual([]);
    expect(connections).toBe(0);
    printFigure("S07", `${hosts.length} of ${hosts.length} URLs blocked, ${connections} connections`);
  });

  test.each<[string, DnsAnswer]>([
    ["inside", ["10.0.0.1"]],
    ["on this machine", ["127.0.0.1"]],
    ["a cloud's metadata", ["169.254.169.254"]],
    ["our own", ["8.8.4.4"]],
    ["inside at the end of a chain", { aliases: ["a.example"], addresses: ["127.0.0.1"] }],
  ])("a name whose address is %s is not asked", async (_, answer) => {
    let connections = 0;
    const { port } = await listening(
      net.createServer(() => connections++),
      "0.0.0.0",
    );
    const dnsServers = await playedDns((__, family) => (family === "A" ? answer : []));
    const outcome = await ask(`http://hooks.example:${port}/`, { ...HOSTED, dnsServers });
    expect(outcome).toEqual({ answered: false, failure: "blocked", detail: "This address or port may not be asked from here." });
    expect(connections).toBe(0);
  });
});

test("a cloud's metadata is never asked, and a port only where it is on the list", async () => {
  expect(await ask("http://169.254.169.254/latest/meta-data/")).toMatchObject({ failure: "blocked" });
  const port = await saying("HTTP/1.1 204 No Content\r\n\r\n");
  expect(await ask(`http://127.0.0.1:${port}/`, { ports: [80, 443] })).toMatchObject({ failure: "blocked" });
  expect(await ask(`http://127.0.0.1:${port}/`, { ports: [port] })).toMatchObject({ status: 204 });
});

test("the address that is bad is passed over beside a good one, and each is asked where it was looked up", async () => {
  const { port } = await listening(http.createServer((_, response) => response.end("here")));
  const dnsServers = await playedDns(onlyA("169.254.169.254", "127.0.0.9", "127.0.0.1"));
  expect(await ask(`http://hooks.example:${port}/`, { dnsServers })).toMatchObject({ body: "here" });
});

test.each([
  "ftp://hooks.example/",
  "file:///etc/passwd",
  "gopher://127.0.0.1:25/_HELO",
  "dict://127.0.0.1/",
  "data:text/plain,hello",
  "javascript:alert(1)",
  "ws://hooks.example/",
  "//hooks.example/",
  "hooks.example",
  "",
  "http://",
  "http://user@hooks.example/",
  "http://user:password@hooks.example/",
  "http://:password@hooks.example/",
  "http://hooks.example\r\nX-Forged: 1/",
  "http://hooks.example/ HTTP/1.1\r\nX-Forged: 1",
  "http://hooks\u2028.example/",
  " http://hooks.example/",
  "http://hooks.example:99999/",
  `http://hooks.example/${"a".repeat(2_048)}`,
])("%j is no URL that is asked", async (url) => {
  expect(await ask(url)).toMatchObject({ answered: false, failure: "url" });
});

test("what looks like more than one request is one", async () => {
  let heard = "";
  const { port } = await listening(
    net.createServer((socket) => {
      socket.on("data", (bytes) => {
        heard += bytes.toString("latin1");
        socket.write("HTTP/1.1 204 No Content\r\n\r\n");
      });
    }),
  );
  await ask(`http://127.0.0.1:${port}/%0d%0aGET%20/second%20HTTP/1.1%0d%0a\\..\\x?%00%0d%0a`);
  expect(heard.match(/ HTTP\/1\.1\r\n/g)).toHaveLength(1);
  expect(heard).toMatch(/^GET \/%0d%0aGET%20\/second%20HTTP\/x\?%00%0d%0a HTTP\/1\.1\r\n/);
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
