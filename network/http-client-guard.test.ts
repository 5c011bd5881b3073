import http from "node:http";
import net from "node:net";
import { describe, expect, test } from "vitest";
import { boundsOf } from "#core/monitor/bounds.ts";
import { DISGUISED, LOOPBACK_NAMES, METADATA, PRIVATE, UNUSABLE } from "#testing/address-corpus.ts";
import { printFigure } from "#testing/print-figure.ts";
import { listening, saying } from "#testing/server/listening.ts";
import type { DnsAnswer } from "#testing/server/play-dns.ts";
import { onlyA, playedDns } from "#testing/server/played-dns.ts";
import { askHttp, type HttpOptions, type HttpOutcome } from "./http-client.ts";

const HOSTED = boundsOf({ isEmbedded: false, ports: "any", ownAddresses: ["8.8.4.4"] });
const ask = (url: string, more: Partial<HttpOptions> = {}) =>
  askHttp({ method: "GET", url }, { timeLimitMs: 2_000, dnsServers: [], allowPrivate: true, ...more });

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
    // Digits that are not ASCII are no URL in newer versions of Node, and a name like any other in older ones.
    expect(failures.filter((failure) => !["blocked", "url", "dns"].includes(failure))).toEqual([]);
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
