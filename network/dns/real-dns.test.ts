import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RecordData, RecordType } from "#core/dns/answer.ts";
import { isLeftOut } from "#testing/is-left-out.ts";
import { startRealDns, whyNoRealDns, type RealDns, type ResolverName } from "#testing/real/real-dns.ts";
import type { Signing } from "#testing/real/signed-zones.ts";
import { readDnsServers } from "./dns-servers.ts";
import { resolverFor } from "./resolver-for.ts";

const DIGEST = "5f".repeat(32);
const LONG_TEXT = "pieces of 255 bytes at most ".repeat(20);

/** Of every type one record, as its zone has it and as it is answered. */
const RECORDS: { [T in RecordType]: { name: string; text: string; data: RecordData[T] } } = {
  A: { name: "host", text: "A 192.0.2.1", data: "192.0.2.1" },
  AAAA: { name: "host", text: "AAAA 2001:DB8::1", data: "2001:db8::1" },
  CNAME: { name: "other", text: "CNAME Host", data: "host.well.example" },
  NS: { name: "@", text: "", data: "ns.well.example" },
  PTR: { name: "1", text: "PTR host", data: "host.well.example" },
  TXT: {
    name: "text",
    text: `TXT ${(LONG_TEXT.match(/.{1,255}/g) ?? []).map((piece) => `"${piece}"`).join(" ")}`,
    data: LONG_TEXT,
  },
  MX: { name: "mail", text: "MX 10 Host", data: { preference: 10, exchange: "host.well.example" } },
  SOA: {
    name: "@",
    text: "",
    data: {
      primary: "ns.well.example",
      mailbox: "hostmaster.well.example",
      serial: 1,
      refreshS: 3600,
      retryS: 600,
      expireS: 86400,
      minimumS: 60,
    },
  },
  SRV: { name: "_imaps._tcp", text: "SRV 1 2 993 host", data: { priority: 1, weight: 2, port: 993, target: "host.well.example" } },
  TLSA: {
    name: "_25._tcp.host",
    text: `TLSA 3 1 1 ${DIGEST}`,
    data: { usage: 3, selector: 1, matchingType: 1, certificate: Buffer.from(DIGEST, "hex") },
  },
  CAA: { name: "issued", text: 'CAA 128 Issue "ca.example"', data: { isCritical: true, tag: "issue", value: "ca.example" } },
  DS: {
    name: "child",
    text: `DS 7 13 2 ${DIGEST}\nchild NS ns.child\nns.child A 192.0.2.3`,
    data: { keyTag: 7, algorithm: 13, digestType: 2, digest: Buffer.from(DIGEST, "hex") },
  },
};
const TYPES = Object.keys(RECORDS) as RecordType[];
/** Those that stand at the top of every zone. */
const AT_THE_TOP: readonly RecordType[] = ["SOA", "NS"];

const ADDRESSES = (name: string, count: number) =>
  Array.from({ length: count }, (_, at) => `${name} A 198.18.${at >> 8}.${at & 255}`).join("\n");
const CHAIN = Array.from({ length: 40 }, (_, at) => `link${at} CNAME link${at + 1}`).join("\n");
/** A resolver counts down what is left of it. */
const ABOUT = { s60: expect.closeTo(60, -2), s300: expect.closeTo(300, -2) };

const SIGNED = `
${TYPES.map((type) => (AT_THE_TOP.includes(type) ? "" : `${RECORDS[type].name} ${RECORDS[type].text}`)).join("\n")}
signed TXT "as it was signed"
empty TXT "nothing else"
many TXT "one more than fits into a datagram ${"x".repeat(200)}"
${ADDRESSES("some", 100)}
fleeting 0 A 192.0.2.2
xn--bcher-kva A 192.0.2.5
round CNAME and
and CNAME round
itself CNAME itself
away CNAME host.not.example.
link40 A 192.0.2.6
${CHAIN}
`;
const LARGE = [ADDRESSES("most", 2_048), ADDRESSES("too-many", 2_049), ADDRESSES("full", 4_092), ADDRESSES("overfull", 4_096)].join(
  "\n",
);

let dns: RealDns;

const at = (name: ResolverName | "authority") =>
  resolverFor(readDnsServers([name === "authority" ? dns.authority : dns.resolvers[name]]));
const ask = (name: string, type: RecordType, whom: ResolverName | "authority" = "validating") => at(whom).ask(name, type);

describe.skipIf(isLeftOut(whyNoRealDns()))("against knot and unbound", () => {
  beforeAll(async () => {
    const signings: Signing[] = ["well", "changed", "expired", "stripped", "island", "not"];
    const zones = signings.map((signing) => ({
      name: `${signing}.example.`,
      signing,
      records: signing === "not" ? `${SIGNED}\n${LARGE}` : SIGNED,
    }));
    dns = await startRealDns(zones, ["lame.example."]);
  });
  afterAll(() => dns.remove());

  describe.each(TYPES)("%s", (type) => {
    const { name, data } = RECORDS[type];
    const owner = name === "@" ? "well.example" : `${name}.well.example`;

    test("is found, and secure", async () => {
      expect(await ask(owner, type)).toMatchObject({
        outcome: "found",
        isSecure: true,
        canonical: owner,
        ttlS: ABOUT.s300,
        records: [{ type, name: owner, ttlS: ABOUT.s300, data }],
      });
    });

    test("is not there, which is secure, too", async () => {
      expect(await ask("empty.well.example", type === "TXT" ? "A" : type)).toMatchObject({
        outcome: "nodata",
        isSecure: true,
        ttlS: ABOUT.s60,
      });
      expect(await ask("no.such.well.example", type)).toMatchObject({ outcome: "nxdomain", isSecure: true, ttlS: ABOUT.s60 });
    });

    test.skipIf(AT_THE_TOP.includes(type))("is not there in a zone that is not signed, and nobody vouches for it", async () => {
      expect(await ask("empty.not.example", type === "TXT" ? "A" : type)).toMatchObject({ outcome: "nodata", isSecure: false });
      expect(await ask("no.such.not.example", type)).toMatchObject({ outcome: "nxdomain", isSecure: false });
    });

    test("is bogus where its signature has ended, and the resolver says so, or lets it be found out", async () => {
      const inWords = expect.stringMatching(/^(DNSSEC Bogus|Signature Expired|DNSKEY Missing)/);
      expect(await ask(`${name}.expired.example`.replace("@.", ""), type)).toMatchObject({ outcome: "bogus", detail: inWords });
      const silent = await ask(`${name}.expired.example`.replace("@.", ""), type, "silent");
      expect(silent).toMatchObject({ outcome: "bogus", detail: expect.stringContaining("not checked") });
    });

    test("cannot be found out where nobody has the zone, and is refused by whoever does not have it", async () => {
      expect(await ask("x.lame.example", type)).toMatchObject({ outcome: "servfail" });
      expect(await ask("x.lame.example", type, "authority")).toMatchObject({ outcome: "refused" });
    });
  });

  test.each([
    ["changed afterwards", "signed.changed.example", "TXT"],
    ["taken away", "host.stripped.example", "A"],
  ] as const)("what was signed and was %s is bogus", async (_, name, type) => {
    for (const whom of ["validating", "silent"] as const) expect(await ask(name, type, whom)).toMatchObject({ outcome: "bogus" });
    expect(await ask(name, type, "trusting")).toMatchObject({ outcome: "found", isSecure: false });
  });

  test.each([
    ["not signed", "host.not.example", "validating"],
    ["signed, but its parent does not say so", "host.island.example", "validating"],
    ["signed, but nobody checks it", "host.well.example", "trusting"],
  ] as const)("a zone that is %s is insecure", async (_, name, whom) => {
    expect(await ask(name, "A", whom)).toMatchObject({ outcome: "found", isSecure: false, records: [{ data: "192.0.2.1" }] });
  });

  test("what an alias of a secure zone leads to is only as secure as where it leads", async () => {
    expect(await ask("other.well.example", "A")).toMatchObject({ canonical: "host.well.example", isSecure: true });
    expect(await ask("away.well.example", "A")).toMatchObject({ canonical: "host.not.example", isSecure: false });
  });

  test.each(["round", "itself", "link0"])("aliases that lead in a circle, or too far (%s), end", async (name) => {
    for (const whom of ["validating", "authority"] as const) {
      const resolver = at(whom);
      expect(await resolver.ask(`${name}.well.example`, "A")).toMatchObject({ outcome: "loop" });
      expect(resolver.asked).toBeLessThan(25);
    }
  });

  test("what does not fit into a datagram comes over TCP", async () => {
    const resolver = at("validating");
    expect(await resolver.ask("some.well.example", "A")).toMatchObject({
      outcome: "found",
      isSecure: true,
      records: { length: 100 },
    });
    expect(resolver.asked).toBe(2);
  });

  test.each([
    ["most", { outcome: "found", records: { length: 2_048 } }],
    ["too-many", { outcome: "too-large", detail: "2049 records" }],
    ["full", { outcome: "too-large", detail: "4092 records" }],
    ["overfull", { outcome: expect.stringMatching(/^(too-large|servfail)$/) }],
  ])("an answer of up to 64 KiB and beyond (%s) is bounded", async (name, answer) => {
    expect(await ask(`${name}.not.example`, "A")).toMatchObject(answer);
    expect(await ask(`${name}.not.example`, "A", "authority")).toMatchObject(answer);
  });

  test("a question is put once, but for an answer that may not be kept", async () => {
    const resolver = at("validating");
    await Promise.all([resolver.ask("host.well.example", "A"), resolver.ask("HOST.well.example.", "A")]);
    expect(await resolver.ask("host.well.example", "A")).toMatchObject({ outcome: "found", ms: 0 });
    expect(resolver.asked).toBe(1);
    await resolver.ask("fleeting.well.example", "A");
    expect(await resolver.ask("fleeting.well.example", "A")).toMatchObject({ outcome: "found", ttlS: 0 });
    expect(resolver.asked).toBe(3);
  });

  test("over HTTPS the same is answered, over one connection", async () => {
    const resolver = resolverFor({ kind: "https", ...dns.https });
    const answers = await Promise.all(
      TYPES.map((type) => resolver.ask(RECORDS[type].name === "@" ? "well.example" : `${RECORDS[type].name}.well.example`, type)),
    );
    expect(answers.map(({ outcome }) => outcome)).toEqual(TYPES.map(() => "found"));
    expect(answers.every((answer) => "isSecure" in answer && answer.isSecure)).toBe(true);
    expect(await resolver.ask("some.well.example", "A")).toMatchObject({ records: { length: 100 } });
    expect(await resolver.ask("host.expired.example", "A")).toMatchObject({ outcome: "bogus" });
    expect(await resolver.ask("no.such.well.example", "A")).toMatchObject({ outcome: "nxdomain", isSecure: true });
    expect(resolver.asked).toBe(TYPES.length + 3);
  });

  test("a server over HTTPS whose certificate nobody vouches for is not asked", async () => {
    const answer = await resolverFor({ kind: "https", url: dns.https.url }).ask("host.well.example", "A");
    expect(answer).toMatchObject({ outcome: "unreachable", detail: expect.stringContaining("SELF_SIGNED") });
  });

  test("a name of another script is asked for by its A-label", async () => {
    expect(await ask("Bücher.well.example", "A")).toMatchObject({ outcome: "found", canonical: "xn--bcher-kva.well.example" });
  });
});
