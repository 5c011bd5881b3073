import type { Answer } from "dns-packet";
import { describe, expect, onTestFinished, test } from "vitest";
import type { DomainTarget } from "#core/domain/domain-target.ts";
import type { MailHost, MxSet } from "#core/domain/mx-set.ts";
import { readDnsServers } from "#network/dns/dns-servers.ts";
import { resolverFor } from "#network/dns/resolver-for.ts";
import { answerTo, nothing, playDnsMessages, type Said } from "#testing/server/play-dns-messages.ts";
import { findMailHosts } from "./find-mail-hosts.ts";

/** What a name has: MX records as "10 mx.example", addresses, or "alias of"; or the RCODE by which its questions fail. */
type Zone = Record<string, { mx?: string[]; addresses?: string[]; alias?: string; rcode?: number; isSecure?: boolean }>;

const [SERVFAIL, NXDOMAIN] = [2, 3];

function says(zone: Zone, name: string, type: string): Said {
  const found = zone[name];
  if (found === undefined) return { rcode: NXDOMAIN, authorities: [nothing("example")] };
  const { mx = [], addresses = [], alias, rcode = 0, isSecure = false } = found;
  if (rcode !== 0) return { rcode, errors: [{ code: 22 }] };
  if (alias !== undefined) {
    const further = says(zone, alias, type);
    return { ...further, answers: [{ type: "CNAME", name, ttl: 60, data: alias }, ...(further.answers ?? [])] };
  }
  const answers: Answer[] = [];
  if (type === "MX") {
    for (const each of mx) {
      const [preference, exchange] = each.split(" ") as [string, string];
      answers.push({ type: "MX", name, ttl: 300, data: { preference: Number(preference), exchange } });
    }
  }
  for (const data of addresses) {
    const family = data.includes(":") ? "AAAA" : "A";
    if (family === type) answers.push({ type: family, name, ttl: 300, data });
  }
  return { answers, isSecure, ...(answers.length === 0 ? { authorities: [nothing("example")] } : {}) };
}

const TARGET: DomainTarget = {
  kind: "domain",
  host: "example.com",
  port: 25,
  ehloName: "probe.example",
  selectors: [],
  senders: [],
  tests: [],
};

async function found(zone: Zone, { allowPrivate = false } = {}) {
  const server = await playDnsMessages((query) => [
    answerTo(query, query.isOverTcp ? says(zone, query.name, query.type) : fitted(says(zone, query.name, query.type))),
  ]);
  onTestFinished(() => server.close());
  const resolver = resolverFor(readDnsServers([server.address]));
  return {
    mx: await findMailHosts(TARGET, resolver, { allowPrivate }),
    asked: server.queries.map(({ name, type }) => `${name} ${type}`),
  };
}

const fitted = (said: Said): Said => ((said.answers?.length ?? 0) > 40 ? { isTruncated: true } : said);
const PUBLIC = { addresses: ["8.8.8.8"] };

const FINE = { problem: null, detail: null, isSecure: false };

const only = (...addresses: string[]): Zone => ({ "a.example": { addresses } });
const alias: Zone = { "a.example": { alias: "b.example" } };

const hostsOf = (mx: MxSet): MailHost[] => ("hosts" in mx ? mx.hosts : []);

test("hosts stand by preference, each with its addresses", async () => {
  const { mx } = await found({
    "example.com": { mx: ["20 c.example", "10 B.example", "10 a.example"], isSecure: true },
    "a.example": { addresses: ["8.8.8.8", "8.8.4.4", "2a00:1450::1"] },
    "b.example": PUBLIC,
    "c.example": { addresses: ["2a00:1450::2"], isSecure: true },
  });
  expect(mx).toEqual({
    kind: "named",
    isSecure: true,
    records: 3,
    hosts: [
      { ...FINE, name: "a.example", preference: 10, addresses: ["2a00:1450::1", "8.8.8.8", "8.8.4.4"] },
      { ...FINE, name: "b.example", preference: 10, addresses: ["8.8.8.8"] },
      { ...FINE, name: "c.example", preference: 20, addresses: ["2a00:1450::2"], isSecure: true },
    ],
  });
});

test("without an MX record the domain itself takes the mail, and may be an alias", async () => {
  const implicit = { kind: "implicit", records: 0, hosts: [{ name: "example.com", addresses: ["8.8.8.8"], problem: null }] };
  expect((await found({ "example.com": PUBLIC })).mx).toMatchObject(implicit);
  expect((await found({ "example.com": { alias: "web.example" }, "web.example": PUBLIC })).mx).toMatchObject(implicit);
});

test("an alias has the MX records of where it leads", async () => {
  const { mx } = await found({
    "example.com": { alias: "real.example" },
    "real.example": { mx: ["10 a.example"] },
    "a.example": PUBLIC,
  });
  expect(mx).toMatchObject({ kind: "named", hosts: [{ name: "a.example", problem: null }] });
});

test.each(["0 .", "10 ."])("the null MX (%s) says that no mail is taken, and nobody is asked for addresses", async (mx) => {
  const { mx: set, asked } = await found({ "example.com": { mx: [mx], ...PUBLIC } });
  expect(set).toEqual({ kind: "null", isSecure: false });
  expect(asked).toEqual(["example.com MX"]);
});

test.each<[string, Zone, MxSet]>([
  ["there is no such domain", {}, { kind: "none", outcome: "nxdomain", isSecure: false }],
  ["it has neither MX nor address", { "example.com": {} }, { kind: "none", outcome: "nodata", isSecure: false }],
  [
    "nobody can say",
    { "example.com": { rcode: SERVFAIL } },
    { kind: "unanswered", failure: { outcome: "servfail", detail: "No Reachable Authority" } },
  ],
])("there is nowhere to deliver to where %s", async (_, zone, expected) => {
  expect((await found(zone)).mx).toEqual(expected);
});

describe("of a host it is said that", () => {
  test.each<[string, string, Zone, Partial<MailHost>]>([
    [
      "it is an alias",
      "a.example",
      { ...alias, "b.example": PUBLIC },
      { addresses: ["8.8.8.8"], problem: "alias", detail: "b.example" },
    ],
    ["it does not exist", "a.example", {}, { problem: "no-such-name" }],
    ["its alias leads nowhere", "a.example", alias, { problem: "no-such-name" }],
    ["it has no address", "a.example", only(), { problem: "no-address" }],
    [
      "nobody can say where it is",
      "a.example",
      { "a.example": { rcode: SERVFAIL } },
      { problem: "unanswered", detail: "No Reachable Authority" },
    ],
    ["it is an address", "8.8.8.8", {}, { problem: "literal" }],
    ["it is an address in brackets", "[8.8.8.8]", {}, { problem: "literal" }],
    ["it is the sender's own machine", "localhost", {}, { problem: "loopback" }],
    ["it is below that", "mx.localhost", {}, { problem: "loopback" }],
    ["its private addresses are nobody's to know", "a.example", only("10.0.0.1", "fd00::1"), {}],
    ["its loopback addresses are not", "a.example", only("127.0.0.1", "::1"), {}],
    ["what stands behind metadata is not", "a.example", only("169.254.169.254"), {}],
    [
      "where an alias leads in private is not",
      "a.example",
      { ...alias, "b.example": { addresses: ["10.0.0.1"] } },
      { problem: "alias" },
    ],
    ["of several addresses the public ones count", "a.example", only("8.8.8.8", "10.0.0.1"), { addresses: ["8.8.8.8"] }],
  ])("%s", async (_, name, zone, expected) => {
    const { mx } = await found({ "example.com": { mx: [`10 ${name}`] }, ...zone });
    expect(hostsOf(mx)).toMatchObject([{ addresses: [], problem: null, ...expected }]);
  });

  test("it is found at its private address where those may be watched", async () => {
    const { mx } = await found({ "example.com": { mx: ["10 a.example"] }, ...only("10.0.0.1") }, { allowPrivate: true });
    expect(hostsOf(mx)).toMatchObject([{ addresses: ["10.0.0.1"], problem: null }]);
  });
});

test("what is named more than once counts where it is preferred most", async () => {
  const { mx } = await found({ "example.com": { mx: ["20 a.example", "10 a.example", "10 A.example"] }, "a.example": PUBLIC });
  expect(mx).toMatchObject({ records: 1, hosts: [{ name: "a.example", preference: 10 }] });
});

test("of a hundred hosts the ten that are preferred most are looked at", async () => {
  const mx = Array.from({ length: 100 }, (_, at) => `${100 - at} mx${100 - at}.example`);
  const hosts = Object.fromEntries(mx.map((each) => [each.split(" ")[1]!, PUBLIC]));
  const { mx: set, asked } = await found({ "example.com": { mx }, ...hosts });
  expect(set).toMatchObject({ records: 100 });
  expect(hostsOf(set).map(({ name }) => name)).toEqual(Array.from({ length: 10 }, (_, at) => `mx${at + 1}.example`));
  expect(asked).toHaveLength(22); // over UDP and TCP for the MX, and ten times both families
});

test("of 2,048 addresses ten are kept", async () => {
  const addresses = Array.from({ length: 2_048 }, (_, at) => `8.8.${at >> 8}.${at & 255}`);
  const { mx } = await found({ "example.com": { mx: ["10 a.example"] }, "a.example": { addresses } });
  expect(hostsOf(mx)).toMatchObject([{ addresses: { length: 10 }, problem: null }]);
});
