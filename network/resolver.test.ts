import { expect, onTestFinished, test } from "vitest";
import { playDns } from "#testing/server/play-dns.ts";
import type { DnsAnswer, Family } from "#testing/server/play-dns.ts";
import { resolveHost } from "./resolver.ts";

type Zone = (name: string, family: Family) => DnsAnswer;
const LIMIT_MS = 1_000;

async function played(zone: Zone, isCutOff = false) {
  const server = await playDns(zone, { isCutOff });
  onTestFinished(() => server.close());
  return server;
}

async function resolved(host: string, zone: Zone) {
  const { address, questions } = await played(zone);
  const question = { families: ["AAAA", "A"] as const, servers: [address], secondServers: [] };
  const startedAtMs = performance.now();
  return { resolution: await resolveHost(host, question, LIMIT_MS), questions, ms: performance.now() - startedAtMs };
}

test.each(["192.0.2.1", "2001:db8::1", "localhost", "mx.localhost"])("%s is known without asking", async (host) => {
  const { resolution, questions } = await resolved(host, () => "servfail");
  expect(resolution).toHaveProperty("addresses");
  expect(questions).toEqual([]);
});

test("both families are asked for, and take turns, IPv6 first", async () => {
  const zone = { A: ["192.0.2.1", "192.0.2.2"], AAAA: ["2001:db8::1"] };
  const { resolution, questions } = await resolved("mx.example", (_, family) => zone[family]);
  const addresses = ["2001:db8::1", "192.0.2.1", "192.0.2.2"];
  expect(resolution).toMatchObject({ addresses, source: "dns", warnings: [] });
  expect(questions.toSorted()).toEqual(["mx.example A", "mx.example AAAA"]);
});

test("IPv6 is first however the question is put", async () => {
  const { address } = await played((_, family) => (family === "A" ? ["192.0.2.1"] : ["2001:db8::1"]));
  const question = { families: ["A", "AAAA"] as const, servers: [address], secondServers: [] };
  expect(await resolveHost("mx.example", question, LIMIT_MS)).toMatchObject({ addresses: ["2001:db8::1", "192.0.2.1"] });
});

test("each answer is told with its time to live", async () => {
  const { resolution } = await resolved("mx.example", (_, family) => (family === "A" ? ["192.0.2.1"] : "nxdomain"));
  expect(resolution.answers).toEqual([
    { type: "AAAA", addresses: [], failure: "nxdomain" },
    { type: "A", addresses: [{ address: "192.0.2.1", ttlS: 0 }], failure: null },
  ]);
});

test("one family without records is nothing to warn of, one that fails is", async () => {
  const quiet = await resolved("mx.example", (_, family) => (family === "A" ? ["192.0.2.1"] : []));
  expect(quiet.resolution).toMatchObject({ addresses: ["192.0.2.1"], warnings: [] });
  const failing = await resolved("mx.example", (_, family) => (family === "A" ? "servfail" : ["2001:db8::1"]));
  expect(failing.resolution).toMatchObject({
    addresses: ["2001:db8::1"],
    warnings: [expect.stringContaining("A: ESERVFAIL")],
  });
});

test("a family that fails says more than one that has no records", async () => {
  const { resolution } = await resolved("mx.example", (_, family) => (family === "A" ? "servfail" : []));
  expect(resolution).toMatchObject({ failure: "servfail" });
});

test.each([2_048, 4_092])("an answer of %d addresses (up to 64 KiB) comes over TCP, and the first are looked at", async (count) => {
  const addresses = Array.from({ length: count }, (_, at) => `198.18.${at >> 8}.${at & 255}`);
  const { resolution } = await resolved("mx.example", (_, family) => (family === "A" ? addresses : []));
  expect(resolution).toMatchObject({
    addresses: { length: 50 },
    warnings: [`The name has ${count} A records, of which 50 are looked at.`],
  });
});

test("the address at the end of a chain of names is found", async () => {
  const chain = { aliases: ["a.example", "b.example"], addresses: ["192.0.2.1"] };
  const { resolution } = await resolved("mx.example", (_, family) => (family === "A" ? chain : []));
  expect(resolution).toMatchObject({ addresses: ["192.0.2.1"] });
});

test("names that lead in a circle have no address, and nobody runs after them", async () => {
  const circle = { aliases: ["a.example", "mx.example", "a.example"], addresses: [] };
  const { resolution, questions, ms } = await resolved("mx.example", () => circle);
  expect(resolution).toMatchObject({ failure: "nodata" });
  expect(questions).toHaveLength(2);
  expect(ms).toBeLessThan(LIMIT_MS);
});

test("an answer that makes no sense is no answer", async () => {
  const { resolution, ms } = await resolved("mx.example", () => "garbage");
  expect(resolution).toHaveProperty("failure");
  expect(["failed", "timeout"]).toContain((resolution as { failure: string }).failure);
  expect(ms).toBeLessThan(LIMIT_MS + 200);
});

async function resolvedTwice(first: DnsAnswer, second: DnsAnswer, isCutOff = false) {
  const one = await played(() => first);
  const other = await played(() => second, isCutOff);
  const question = { families: ["AAAA", "A"] as const, servers: [one.address], secondServers: [other.address] };
  const startedAtMs = performance.now();
  const resolution = await resolveHost("mx.example", question, LIMIT_MS);
  expect(performance.now() - startedAtMs).toBeLessThan(LIMIT_MS + 200);
  return { resolution, asked: other.questions.length > 0 };
}

const UNSURE = ["servfail", "refused", "silence"] as const;
const PAIRS = UNSURE.flatMap((first) => UNSURE.map((second) => [first, second] as const));

test.each(PAIRS)("where one network says %s and another %s, the name is broken", async (first, second) => {
  const { resolution } = await resolvedTwice(first, second);
  expect(resolution).toMatchObject({ failure: "broken", detail: expect.stringMatching(/^mx\.example .*; elsewhere mx\.example /) });
});

test.each(PAIRS)("where one says %s and another %s and is cut off itself, nothing is known", async (first, second) => {
  const { resolution } = await resolvedTwice(first, second, true);
  expect(resolution).toMatchObject({ failure: first === "silence" ? "timeout" : first });
});

test.each(UNSURE)("where one network says %s, the addresses another has are used, with a warning", async (first) => {
  const { resolution } = await resolvedTwice(first, ["192.0.2.1", "192.0.2.2"]);
  const failure = first === "silence" ? "timeout" : first;
  expect(resolution).toMatchObject({
    addresses: ["192.0.2.1", "192.0.2.2"],
    warnings: [`The first resolvers could not look the name up (${failure}).`],
  });
});

test.each(["nxdomain", "nodata"] as const)("where one network fails and another says %s, that is so", async (failure) => {
  const { resolution } = await resolvedTwice("servfail", failure === "nodata" ? [] : failure);
  expect(resolution).toMatchObject({ failure });
});

test("nobody else is asked where the first know", async () => {
  for (const first of ["nxdomain", [], ["192.0.2.1"]] as DnsAnswer[]) {
    expect((await resolvedTwice(first, "servfail")).asked).toBe(false);
  }
});

test("a server that is not there is not the name's fault, even where another cannot say either", async () => {
  const gone = await playDns(() => "servfail");
  await gone.close();
  const other = await played(() => "servfail");
  const question = { families: ["AAAA", "A"] as const, servers: [gone.address], secondServers: [other.address] };
  expect(await resolveHost("mx.example", question, LIMIT_MS)).toMatchObject({ failure: "failed" });
});
