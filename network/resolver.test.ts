import { expect, onTestFinished, test } from "vitest";
import { playDns } from "#testing/server/play-dns.ts";
import type { DnsAnswer, Family } from "#testing/server/play-dns.ts";
import { resolveHost } from "./resolver.ts";

async function resolved(host: string, zone: (name: string, family: Family) => DnsAnswer) {
  const server = await playDns(zone);
  onTestFinished(() => server.close());
  return {
    resolution: await resolveHost(host, { families: ["AAAA", "A"], servers: [server.address], secondServers: [] }, 1_000),
    questions: server.questions,
  };
}

test.each(["192.0.2.1", "2001:db8::1", "localhost", "mx.localhost"])("%s is known without asking", async (host) => {
  const { resolution, questions } = await resolved(host, () => "servfail");
  expect(resolution).toHaveProperty("addresses");
  expect(questions).toEqual([]);
});

test("both families are asked for, and take turns, IPv6 first", async () => {
  const zone = { A: ["192.0.2.1", "192.0.2.2"], AAAA: ["2001:db8::1"] };
  const { resolution, questions } = await resolved("mx.example", (_, family) => zone[family]);
  expect(resolution).toEqual({ addresses: ["2001:db8::1", "192.0.2.1", "192.0.2.2"], source: "dns", warnings: [] });
  expect(questions.toSorted()).toEqual(["mx.example A", "mx.example AAAA"]);
});

test("one family without records is nothing to warn of, one that fails is", async () => {
  const quiet = await resolved("mx.example", (_, family) => (family === "A" ? ["192.0.2.1"] : []));
  expect(quiet.resolution).toMatchObject({ addresses: ["192.0.2.1"], warnings: [] });
  const failing = await resolved("mx.example", (_, family) => (family === "A" ? "servfail" : ["2001:db8::1"]));
  expect(failing.resolution).toMatchObject({ addresses: ["2001:db8::1"], warnings: [expect.stringContaining("A: ESERVFAIL")] });
});

test("a family that fails says more than one that has no records", async () => {
  const { resolution } = await resolved("mx.example", (_, family) => (family === "A" ? "servfail" : []));
  expect(resolution).toMatchObject({ failure: "servfail" });
});
