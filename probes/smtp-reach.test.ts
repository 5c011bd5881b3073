import { expect, onTestFinished, test } from "vitest";
import { holdClosedPort } from "#testing/server/closed-port.ts";
import { good } from "#testing/server/dialogues/good.ts";
import { greetingSilent } from "#testing/server/dialogues/greeting-silent.ts";
import type { DnsAnswer } from "#testing/server/play-dns.ts";
import { play } from "#testing/server/play.ts";
import { onlyA, playedDns } from "#testing/server/played-dns.ts";
import type { Dialogue } from "#testing/server/steps.ts";
import type { ProbeOptions } from "./probe.ts";
import { probeSmtp } from "./smtp.ts";

const probe = (host: string, port: number, options: Partial<ProbeOptions> = {}) =>
  probeSmtp(
    { kind: "smtp", host, port, tls: "none", ehloName: "probe.example" },
    { timeLimitMs: 1_000, dnsServers: [], allowPrivate: true, ...options },
  );

async function played(dialogue: Dialogue): Promise<number> {
  const server = await play(dialogue);
  onTestFinished(() => server.close());
  return server.port;
}

async function portWithoutServer(): Promise<number> {
  const held = await holdClosedPort();
  onTestFinished(() => held.close());
  return held.port;
}

test("a port where nobody listens is refused", async () => {
  const result = await probe("127.0.0.1", await portWithoutServer());
  expect(result).toMatchObject({ status: "down", reason: { code: "connect.refused", detail: "127.0.0.1 ECONNREFUSED" } });
  expect(result.stages.map(({ stage }) => stage)).toEqual(["dns", "connect"]);
});

test("an address that is not allowed is down and never connected to", async () => {
  const server = await play(good);
  onTestFinished(() => server.close());
  const result = await probe("127.0.0.1", server.port, { allowPrivate: false });
  expect(result).toMatchObject({ status: "down", reason: { code: "connect.blocked" } });
  expect(server.received()).toEqual([]);
});

test("a cloud's metadata address is refused even where private ones are allowed", async () => {
  const dnsServers = await playedDns(onlyA("169.254.169.254"));
  expect((await probe("innocent.example", 25, { dnsServers })).reason?.code).toBe("connect.blocked");
});

test("an address that is not allowed is passed over beside one that is", async () => {
  const port = await played(good);
  const dnsServers = await playedDns(onlyA("169.254.169.254", "127.0.0.1"));
  const result = await probe("mx.example", port, { dnsServers });
  expect(result).toMatchObject({ status: "up", facts: { address: "127.0.0.1" } });
  expect(result.warnings).toEqual(["Some of the addresses may not be watched from here and were passed over."]);
});

test("a name is looked up afresh for each check", async () => {
  const port = await played(good);
  const answers: DnsAnswer[] = [["127.0.0.1"], "nxdomain"];
  const dnsServers = await playedDns((_, family) => (family === "A" ? answers.shift()! : []));
  expect(await probe("mx.example", port, { dnsServers })).toMatchObject({ status: "up", facts: { addresses: ["127.0.0.1"] } });
  expect(await probe("mx.example", port, { dnsServers })).toMatchObject({ status: "down", reason: { code: "dns.nxdomain" } });
});

test.each([
  ["does not exist", "nxdomain", "down", "dns.nxdomain"],
  ["has no address", [], "down", "dns.nodata"],
  ["cannot be resolved", "servfail", "unknown", "dns.servfail"],
  ["we may not ask for", "refused", "unknown", "dns.refused"],
  ["nobody answers for", "silence", "unknown", "dns.timeout"],
] as const)("a name that %s is told apart", async (_, answer, status, code) => {
  const dnsServers = await playedDns(() => (typeof answer === "string" ? answer : []));
  const result = await probe("mx.example", 25, { dnsServers });
  expect(result).toMatchObject({ status, reason: { code, stage: "dns" } });
  expect(result.durationMs).toBeLessThan(1_500);
});

test("one family that does not answer is a warning where the other does", async () => {
  const port = await played(good);
  const dnsServers = await playedDns((_, family) => (family === "A" ? ["127.0.0.1"] : "silence"));
  const result = await probe("mx.example", port, { dnsServers, timeLimitMs: 5_000 });
  expect(result.status).toBe("up");
  expect(result.warnings).toEqual([expect.stringMatching(/^One address family could not be looked up \(AAAA: /)]);
  expect(result.durationMs).toBeLessThan(1_500);
});

test("a dead address is passed over and named, the next one tried", async () => {
  const port = await played(good); // listens on 127.0.0.1 only
  const dnsServers = await playedDns(onlyA("127.0.0.9", "127.0.0.1"));
  const result = await probe("mx.example", port, { dnsServers });
  expect(result).toMatchObject({ status: "up", facts: { addresses: ["127.0.0.9", "127.0.0.1"], address: "127.0.0.1" } });
  expect(result.warnings).toEqual(["The address 127.0.0.9 does not accept connections (ECONNREFUSED)."]);
});

test("of very many addresses five are tried", async () => {
  const port = await portWithoutServer();
  const addresses = Array.from({ length: 20 }, (_, number) => `127.0.1.${number + 1}`);
  const dnsServers = await playedDns(onlyA(...addresses));
  const { reason } = await probe("mx.example", port, { dnsServers });
  expect(reason?.code).toBe("connect.refused");
  expect(reason?.detail?.split(", ")).toHaveLength(5);
});

test("a hundred probes of a silent server all end with their deadline and leave no socket", async () => {
  const server = await play(greetingSilent);
  onTestFinished(() => server.close());
  const startedAtMs = performance.now();
  const results = await Promise.all(Array.from({ length: 100 }, () => probe("127.0.0.1", server.port)));
  expect(performance.now() - startedAtMs).toBeLessThan(1_500);
  expect(results.every(({ reason, durationMs }) => reason?.code === "greeting.timeout" && durationMs < 1_500)).toBe(true);
  expect(await server.left(500)).toBe(true);
});
