import { expect, onTestFinished, test } from "vitest";
import type { DomainTarget } from "#core/domain/domain-target.ts";
import { DENIED, denyListOf } from "#core/monitor/deny-list.ts";
import { askHttp } from "#network/http-client.ts";
import { good } from "#testing/server/dialogues/good.ts";
import { answerTo, nothing, playDnsMessages } from "#testing/server/play-dns-messages.ts";
import { playDns } from "#testing/server/play-dns.ts";
import { play } from "#testing/server/play.ts";
import { runProbe } from "./probe.ts";

const BLOCKED = { status: "down", reason: { code: "connect.blocked", stage: "connect", detail: DENIED } };

async function scene(denied: string[]) {
  const server = await play(good);
  const dns = await playDns((_, family) => (family === "A" ? ["127.0.0.1"] : []));
  onTestFinished(() => Promise.all([server.close(), dns.close()]).then(() => undefined));
  const options = { timeLimitMs: 5_000, dnsServers: [dns.address], allowPrivate: true, denied: denyListOf(denied) };
  return { server, options };
}

test.each([
  ["the domain it is under", "example.com"],
  ["its name", "mx.example.com"],
  ["its address", "127.0.0.1"],
  ["a range of addresses", "127.0.0.0/24"],
])("a server that is on the deny list by %s is not connected to", async (_, target) => {
  const { server, options } = await scene([target]);
  const smtp = { kind: "smtp", host: "mx.example.com", port: server.port, tls: "none", ehloName: "probe.example" } as const;
  const result = await runProbe(smtp, options);
  expect(result).toMatchObject({ ...BLOCKED, facts: { addresses: [], isDenied: true } });
  expect(JSON.stringify(result)).not.toContain("127.0.0.1");
  const { port } = server;
  expect(await askHttp({ method: "GET", url: `http://mx.example.com:${port}/` }, options)).toMatchObject({ failure: "blocked" });
  expect(server.received()).toEqual([]);
});

test("one that is not on it is watched as ever", async () => {
  const { server, options } = await scene(["example.net", "127.0.0.2"]);
  const smtp = { kind: "smtp", host: "mx.example.com", port: server.port, tls: "none", ehloName: "probe.example" } as const;
  expect(await runProbe(smtp, options)).toMatchObject({ status: "up", facts: { addresses: ["127.0.0.1"] } });
});

async function probeDomain(denied: string[]) {
  const server = await play(good);
  const dns = await playDnsMessages((query) => {
    const { name, type } = query;
    if (type === "MX" && name === "example.com")
      return [answerTo(query, { answers: [{ type, name, ttl: 60, data: { preference: 10, exchange: "mx.example.net" } }] })];
    if (type === "A" && name === "mx.example.net")
      return [answerTo(query, { answers: [{ type, name, ttl: 60, data: "127.0.0.1" }] })];
    return [answerTo(query, { authorities: [nothing("example.net")] })];
  });
  onTestFinished(() => Promise.all([server.close(), dns.close()]).then(() => undefined));
  const target: DomainTarget = {
    kind: "domain",
    host: "example.com",
    port: server.port,
    ehloName: "probe.example",
    selectors: [],
    senders: [],
    tests: [],
  };
  const options = { timeLimitMs: 10_000, dnsServers: [dns.address], allowPrivate: true, denied: denyListOf(denied) };
  return { result: await runProbe(target, options), server, dns };
}

test.each(["mx.example.net", "127.0.0.1"])("of a domain's mail servers one that is denied as %s is not met", async (denied) => {
  const { result, server } = await probeDomain([denied]);
  const reason = { ...BLOCKED.reason, detail: `mx.example.net: ${DENIED}` };
  expect(result).toMatchObject({ status: "down", reason });
  expect(server.received()).toEqual([]);
});

test("about a domain that is denied nobody is asked anything", async () => {
  const { result, server, dns } = await probeDomain(["example.com"]);
  expect(result).toMatchObject(BLOCKED);
  expect([server.received(), dns.queries]).toEqual([[], []]);
});
