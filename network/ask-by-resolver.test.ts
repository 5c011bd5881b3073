import { expect, onTestFinished, test } from "vitest";
import { playDns, type DnsAnswer } from "#testing/server/play-dns.ts";
import { askByResolver, resolverKnowsTheRoot } from "./ask-by-resolver.ts";
import { askDns, knowsTheRoot } from "./ask-dns.ts";
import { resolveHost } from "./resolver.ts";

const LIMIT_MS = 1_000;
const FAMILIES = ["A", "AAAA"] as const;

async function serverThatSays(answer: DnsAnswer, isCutOff = false): Promise<string[]> {
  const server = await playDns((_, family) => (family === "A" ? answer : []), { isCutOff });
  onTestFinished(() => server.close());
  return [server.address];
}

test.each<[string, DnsAnswer]>([
  ["an address", ["192.0.2.1"]],
  ["2,048 addresses", Array.from({ length: 2_048 }, (_, at) => `198.18.${at >> 8}.${at & 255}`)],
  ["an alias", { aliases: ["a.example"], addresses: ["192.0.2.1"] }],
  ["aliases in a circle", { aliases: ["a.example", "mx.example"], addresses: [] }],
  ["no address", []],
  ["no name", "nxdomain"],
  ["SERVFAIL", "servfail"],
  ["REFUSED", "refused"],
  ["silence", "silence"],
])("both ways to ask make the same of %s", async (_, answer) => {
  const servers = await serverThatSays(answer);
  const [one, other] = await Promise.all([askDns, askByResolver].map((ask) => ask("mx.example", FAMILIES, servers, LIMIT_MS)));
  const essence = (answers: typeof one) =>
    answers!.map(({ type, addresses, failure, left }) => ({ type, addresses, failure, left }));
  expect(essence(other)).toEqual(essence(one));
});

test.each([false, true])("both find out alike whether a server is cut off (%s)", async (isCutOff) => {
  const servers = await serverThatSays("servfail", isCutOff);
  const known = await Promise.all([knowsTheRoot(servers, 300), resolverKnowsTheRoot(servers, 300)]);
  expect(known).toEqual([!isCutOff, !isCutOff]);
});

test("a plain check asks over HTTPS where that is the server, and says why it cannot", async () => {
  const question = { families: FAMILIES, servers: ["https://127.0.0.1:1/dns-query"], secondServers: [] };
  expect(await resolveHost("mx.example", question, LIMIT_MS)).toMatchObject({
    failure: "failed",
    detail: "mx.example (A: unreachable (ECONNREFUSED over HTTPS), AAAA: unreachable (ECONNREFUSED over HTTPS))",
  });
});
