import { describe, expect, onTestFinished, test } from "vitest";
import type { SmtpTarget } from "#core/monitor/monitor.ts";
import { isLeftOut } from "#testing/is-left-out.ts";
import { inOwnNetwork, swallows, whyNoOwnNetwork } from "#testing/own-network/in-own-network.ts";
import { NO_ROUTE_V6, SWALLOWED, type scene } from "#testing/own-network/routes.ts";
import { good } from "#testing/server/dialogues/good.ts";
import { playDns, type DnsAnswer, type Family } from "#testing/server/play-dns.ts";
import { play } from "#testing/server/play.ts";
import type { ProbeOptions } from "./probe.ts";
import { probeSmtp } from "./smtp.ts";

type Zone = (name: string, family: Family) => DnsAnswer;

async function playedDns(zone: Zone, isCutOff = false): Promise<string[]> {
  const server = await playDns(zone, { isCutOff });
  onTestFinished(() => server.close());
  return [server.address];
}

/** A good server at each of these addresses, all on one port. */
async function playedAt(...hosts: string[]): Promise<number> {
  let port = 0;
  for (const host of hosts) {
    const server = await play(good, { host, port });
    onTestFinished(() => server.close());
    port = server.port;
  }
  return port;
}

const families =
  (records: Partial<Record<Family, DnsAnswer>>): Zone =>
  (_, family) =>
    records[family] ?? [];

const probe = (port: number, dnsServers: string[], target: Partial<SmtpTarget> = {}, options: Partial<ProbeOptions> = {}) =>
  probeSmtp(
    { kind: "smtp", host: "mx.example", port, tls: "none", ehloName: "probe.example", ...target },
    { timeLimitMs: 2_000, dnsServers, allowPrivate: true, ...options },
  );

describe("where the resolvers fail", () => {
  test.each(["servfail", "refused", "silence"] as const)(
    "and those of another network too (%s), the name is broken",
    async (answer) => {
      const [first, second] = [await playedDns(() => answer), await playedDns(() => answer)];
      const result = await probe(25, first, {}, { secondDnsServers: second });
      expect(result).toMatchObject({ status: "down", reason: { code: "dns.broken", stage: "dns" } });
      expect(result.durationMs).toBeLessThan(2_500);
    },
  );

  test("and those of another network answer nothing at all, it may be our own network", async () => {
    const [first, second] = [await playedDns(() => "silence", true), await playedDns(() => "silence", true)];
    const result = await probe(25, first, {}, { secondDnsServers: second });
    expect(result).toMatchObject({ status: "unknown", reason: { code: "dns.timeout" } });
  });

  test("and those of another network know the name, it is watched with a warning", async () => {
    const port = await playedAt("127.0.0.1");
    const [first, second] = [await playedDns(() => "servfail"), await playedDns(families({ A: ["127.0.0.1"] }))];
    expect(await probe(port, first, {}, { secondDnsServers: second })).toMatchObject({
      status: "up",
      warnings: ["The first resolvers could not look the name up (servfail)."],
      facts: { dns: [{ failure: "nodata" }, { failure: null }].toReversed() },
    });
  });

  test("and nobody else is known, it stays unknown", async () => {
    expect(await probe(25, await playedDns(() => "refused"))).toMatchObject({ status: "unknown", reason: { code: "dns.refused" } });
  });
});

test("of 2,048 addresses the first are kept and five are tried", async () => {
  const port = await playedAt("127.0.0.1");
  const addresses = Array.from({ length: 2_048 }, (_, at) => `127.1.${at >> 8}.${at & 255}`);
  const result = await probe(port, await playedDns(families({ A: addresses })));
  expect(result).toMatchObject({ status: "down", reason: { code: "connect.refused" } });
  expect(result.facts.attempts).toHaveLength(5);
  expect(result.facts.addresses).toHaveLength(50);
  expect(result.warnings).toEqual(["The name has 2048 A records, of which 50 are looked at."]);
  expect(JSON.stringify(result).length).toBeLessThan(16 * 1024);
});

test("a name whose aliases lead in a circle has no address", async () => {
  const circle = { aliases: ["a.example", "mx.example", "a.example"], addresses: [] };
  const result = await probe(25, await playedDns(() => circle));
  expect(result).toMatchObject({ status: "down", reason: { code: "dns.nodata" } });
  expect(result.durationMs).toBeLessThan(500);
});

describe("of two families", () => {
  test("IPv6 alone is enough", async () => {
    const port = await playedAt("::1");
    const result = await probe(port, await playedDns(families({ AAAA: ["::1"] })));
    expect(result).toMatchObject({ status: "up", warnings: [], facts: { address: "::1" } });
  });

  test("a dead IPv6 beside a good IPv4 is passed over and named", async () => {
    const port = await playedAt("127.0.0.1");
    const result = await probe(port, await playedDns(families({ AAAA: ["::1"], A: ["127.0.0.1"] })));
    expect(result).toMatchObject({ status: "up", facts: { address: "127.0.0.1" } });
    expect(result.facts.attempts).toMatchObject([
      { address: "::1", failure: "refused" },
      { address: "127.0.0.1", failure: null },
    ]);
    expect(result.warnings).toEqual(["The address ::1 does not accept connections (ECONNREFUSED)."]);
  });

  test("a good IPv6 is used beside a dead IPv4", async () => {
    const port = await playedAt("::1");
    const result = await probe(port, await playedDns(families({ AAAA: ["::1"], A: ["127.0.0.1"] })));
    expect(result).toMatchObject({ status: "up", facts: { address: "::1" } });
  });

  test.each([
    ["ipv4", "::1", "down", "connect.refused"],
    ["ipv6", "127.0.0.1", "down", "connect.refused"],
    ["ipv4", "127.0.0.1", "up", undefined],
    ["ipv6", "::1", "up", undefined],
  ] as const)("only %s is asked for where that is what counts (a server at %s is %s)", async (reach, host, status, code) => {
    const port = await playedAt(host);
    const result = await probe(port, await playedDns(families({ AAAA: ["::1"], A: ["127.0.0.1"] })), { reach });
    expect(result.status).toBe(status);
    expect(result.reason?.code).toBe(code);
    expect(result.facts.dns?.map(({ type }) => type)).toEqual([reach === "ipv4" ? "A" : "AAAA"]);
  });

  test("a family that is not there is no address", async () => {
    const port = await playedAt("127.0.0.1");
    const result = await probe(port, await playedDns(families({ A: ["127.0.0.1"] })), { reach: "ipv6" });
    expect(result).toMatchObject({ status: "down", reason: { code: "dns.nodata" } });
  });
});

describe("where both families have to work", () => {
  const both = { reach: "both" } as const;
  const records = families({ AAAA: ["::1"], A: ["127.0.0.1"] });

  test("they do", async () => {
    const port = await playedAt("127.0.0.1", "::1");
    const result = await probe(port, await playedDns(records), both);
    expect(result).toMatchObject({ status: "up", reason: null });
    expect(result.facts.paths).toMatchObject([
      { path: "IPv4", address: "127.0.0.1", status: "up" },
      { path: "IPv6", address: "::1", status: "up" },
    ]);
  });

  test.each([
    ["127.0.0.1", "IPv6: ::1 ECONNREFUSED"],
    ["::1", "IPv4: 127.0.0.1 ECONNREFUSED"],
  ])("and only %s does, it degrades, and the dead one is named", async (host, detail) => {
    const port = await playedAt(host);
    const result = await probe(port, await playedDns(records), both);
    expect(result).toMatchObject({ status: "degraded", reason: { code: "connect.refused", detail } });
  });

  test("and neither does, it is down", async () => {
    const port = await playedAt("127.0.0.2");
    expect(await probe(port, await playedDns(records), both)).toMatchObject({
      status: "down",
      reason: { code: "connect.refused" },
    });
  });

  test("and one has no address, it degrades, and says which", async () => {
    const port = await playedAt("127.0.0.1");
    const result = await probe(port, await playedDns(families({ A: ["127.0.0.1"] })), both);
    expect(result).toMatchObject({ status: "degraded", reason: { code: "dns.nodata", detail: expect.stringMatching(/^IPv6: /) } });
  });
});

describe("where each address has to work", () => {
  const each = { reach: "each" } as const;

  test("they do", async () => {
    const port = await playedAt("127.0.0.1", "127.0.0.2", "::1");
    const dns = await playedDns(families({ AAAA: ["::1"], A: ["127.0.0.1", "127.0.0.2"] }));
    const result = await probe(port, dns, each);
    expect(result).toMatchObject({ status: "up", reason: null });
    expect(result.facts.paths?.map(({ path }) => path).toSorted()).toEqual(["127.0.0.1", "127.0.0.2", "[::1]"]);
  });

  test("and one of three does not, it degrades, and that one is named", async () => {
    const port = await playedAt("127.0.0.1", "::1");
    const dns = await playedDns(families({ AAAA: ["::1"], A: ["127.0.0.1", "127.0.0.9"] }));
    const result = await probe(port, dns, each);
    expect(result).toMatchObject({
      status: "degraded",
      reason: { code: "connect.refused", detail: "127.0.0.9: 127.0.0.9 ECONNREFUSED" },
    });
    expect(result.facts.paths?.filter(({ status }) => status !== "up").map(({ path }) => path)).toEqual(["127.0.0.9"]);
  });

  test("and none does, it is down", async () => {
    const port = await playedAt("127.0.0.2");
    const dns = await playedDns(families({ AAAA: ["::1"], A: ["127.0.0.1", "127.0.0.9"] }));
    expect(await probe(port, dns, each)).toMatchObject({ status: "down", reason: { code: "connect.refused" } });
  });
});

test.skipIf(isLeftOut(whyNoOwnNetwork()))("where our own machine has no route, nothing is known of the server", async () => {
  const seen = await inOwnNetwork<typeof scene>("routes", [swallows("10.0.0.0/8")]);
  const noRoute = { status: "unknown", reason: { code: "connect.no-route" } };
  expect(seen.v6).toMatchObject(noRoute);
  expect(seen.literal).toMatchObject({ ...noRoute, facts: { attempts: [{ address: NO_ROUTE_V6, failure: "no-route" }] } });
  expect(seen.nowhere).toMatchObject(noRoute);
  expect(seen.onlyV6).toMatchObject(noRoute);
  expect(seen.v6AndV4).toMatchObject({ status: "up", warnings: [], facts: { address: "127.0.0.1" } });
  expect(seen.v6AndDeadV4).toMatchObject({ status: "down", reason: { code: "connect.refused" } });
  expect(seen.both).toMatchObject({ status: "unknown", reason: { code: "connect.no-route" } });
  expect(seen.each).toMatchObject({ status: "unknown", reason: { code: "connect.no-route" } });
  expect(seen.swallowed).toMatchObject({ status: "down", reason: { code: "connect.timeout", detail: `${SWALLOWED} timeout` } });
});
