import { describe, expect, test } from "vitest";
import { spfTreeIn } from "#testing/posture/spf-tree-in.ts";
import type { Zone } from "#testing/posture/zone.ts";
import { wordsOf } from "./finding.ts";
import { spf } from "./spf.ts";
import { readSpf } from "./spf/read-spf.ts";
import { sendsFor } from "./spf/sends-for.ts";

const NAME = "example.com";
const found = (zone: Zone, senders: string[] = []) => spf({ tree: spfTreeIn({ zone }, NAME), senders });
const codes = (zone: Zone, senders: string[] = []) => found(zone, senders).map(({ code }) => code);
const of = (text: string) =>
  codes({ "example.com TXT": [text], "example.com A": ["192.0.2.1"], "example.com MX": ["10 example.com"] });

describe("the text of a record", () => {
  test.each([
    "v=spf1 -all",
    "v=spf1 a mx -all",
    "V=SPF1 A:example.com/24//64 ~ALL",
    "v=spf1 ip4:192.0.2.0/24 ip6:2001:db8::/32 -all",
    "v=spf1 exists:%{ir}.%{l1r+-}._spf.%{d} -all",
    "v=spf1 a exp=explain._spf.%{d} -all",
    "v=spf1 unknown-modifier=what%{c} -all",
    "v=spf1  a   -all",
  ])("%s is in order", (text) => {
    expect(readSpf(text).problems).toEqual([]);
  });

  test.each([
    ["v=spf1 ip4:192.0.2.1/33 -all", "prefix"],
    ["v=spf1 ip4:192.0.2 -all", "IPv4"],
    ["v=spf1 ip4:2001:db8::1 -all", "IPv4"],
    ["v=spf1 ip6:192.0.2.1 -all", "IPv6"],
    ["v=spf1 ip4:192.0.2.1/024 -all", "IPv4"],
    ["v=spf1 include: -all", "names no domain"],
    ["v=spf1 include -all", "names no domain"],
    ["v=spf1 include:localhost -all", "names no domain"],
    ["v=spf1 include:example.123 -all", "names no domain"],
    ["v=spf1 all:example.com", "after all"],
    ["v=spf1 ipv4:192.0.2.1 -all", "no mechanism"],
    ["v=spf1 constructor -all", "no mechanism"],
    ["v=spf1 a,mx -all", "no term"],
    ["v=spf1 a:%{x}.example.com -all", "names no domain"],
    ["v=spf1 a:%{c}.example.com -all", "names no domain"],
    ["v=spf1 a:%{d0}.example.com -all", "names no domain"],
    ["v=spf1 a:100%.example.com -all", "names no domain"],
    ["v=spf1 redirect=a.example redirect=b.example", "more than once"],
    ["v=spf1\ta -all", "no term"],
    ["v=spf1 a:b\u0000.example -all", "names no domain"],
  ])("%j is not", (text, problem) => {
    expect(readSpf(text).problems.join()).toContain(problem);
  });
});

describe("a domain", () => {
  test("without a record is told what to publish", () => {
    const [absent] = found({ "example.com TXT": ["something else", "v=spf10 -all"] }, ["192.0.2.7", "2001:db8::7"]);
    expect(absent).toMatchObject({
      code: "spf.absent",
      publish: { name: NAME, type: "TXT", value: "v=spf1 mx ip4:192.0.2.7 ip6:2001:db8::7 ~all" },
    });
  });

  test("with two records gets one of them", () => {
    const [several] = found({ "example.com TXT": ["v=spf1 mx -all", "v=spf1 mx ip4:192.0.2.1 ~all"] });
    expect(several).toMatchObject({ code: "spf.several", publish: { value: "v=spf1 mx ip4:192.0.2.1 ~all" } });
  });

  test.each([
    ["v=spf1 mx -all", ["spf.good"]],
    ["v=spf1 mx +all", ["spf.pass-all"]],
    ["v=spf1 mx all", ["spf.pass-all"]],
    ["v=spf1 mx ?all", ["spf.neutral-all"]],
    ["v=spf1 mx", ["spf.no-all"]],
    ["v=spf1 ptr -all", ["spf.ptr"]],
    ["v=spf1 -all mx", ["spf.good", "spf.after-all"]],
    ["v=spf1 mx -all redirect=other.example", ["spf.good", "spf.redirect-with-all"]],
    ["v=spf1 ip4:0.0.0.0/1 ip4:128.0.0.0/1 -all", ["spf.wide-range"]],
    ["v=spf1 mx:example.com/0 -all", ["spf.wide-range"]],
    ["v=spf1 -ip4:0.0.0.0/0 -all", ["spf.good"]],
    [`v=spf1 ${"ip4:192.0.2.1 ".repeat(40)}-all`, ["spf.good", "spf.long"]],
  ])("%s", (text, expected) => {
    expect(of(text)).toEqual(expected);
  });

  test("whose resolver fails is not judged", () => {
    expect(codes({ "example.com TXT": "servfail" })).toEqual(["spf.untold"]);
  });
});

/** Records that include each other, one after the other. */
const chain = (length: number): Zone =>
  Object.fromEntries([
    ["example.com TXT", ["v=spf1 include:s1.example -all"]],
    ...Array.from({ length }, (_, n) => [
      `s${n + 1}.example TXT`,
      [n + 1 === length ? "v=spf1 ip4:192.0.2.1 -all" : `v=spf1 include:s${n + 2}.example -all`],
    ]),
  ]);

describe("what a record leads to", () => {
  test("may need ten lookups and not eleven", () => {
    expect(codes(chain(10))).toEqual(["spf.good"]);
    expect(codes(chain(11))).toEqual(["spf.lookups"]);
  });

  test("is counted by term, the dearest first", () => {
    const zone = {
      "example.com TXT": ["v=spf1 a include:big.example -all"],
      "example.com A": ["192.0.2.1"],
      "big.example TXT": [`v=spf1 ${"exists:%{i}.big.example ".repeat(11)}-all`],
    };
    const [lookups] = found(zone);
    expect(lookups).toMatchObject({ code: "spf.lookups", detail: "13 lookups" });
    expect(lookups!.found.slice(1)).toEqual(["include:big.example: 12", "a: 1"]);
  });

  test("counts nothing behind all", () => {
    expect(of(`v=spf1 -all ${"a ".repeat(20)}`)).toEqual(["spf.good", "spf.after-all"]);
  });

  test("may come back empty twice", () => {
    expect(of("v=spf1 a:gone1.example a:gone2.example -all")).toEqual(["spf.good"]);
    expect(of("v=spf1 a:gone1.example a:gone2.example a:gone3.example -all")).toEqual(["spf.void-lookups"]);
  });

  test("has to be there", () => {
    expect(codes({ "example.com TXT": ["v=spf1 include:gone.example -all"] })).toEqual(["spf.include-missing"]);
    expect(codes({ "example.com TXT": ["v=spf1 redirect=gone.example"] })).toEqual(["spf.redirect-missing"]);
  });

  test("may not lead back", () => {
    const zone = { "example.com TXT": ["v=spf1 include:b.example -all"], "b.example TXT": ["v=spf1 include:example.com -all"] };
    expect(codes(zone)).toEqual(["spf.loop"]);
    expect(codes({ "example.com TXT": ["v=spf1 redirect=example.com"] })).toEqual(["spf.loop"]);
  });

  test("may itself be broken", () => {
    const zone = { "example.com TXT": ["v=spf1 include:b.example -all"] };
    expect(codes({ ...zone, "b.example TXT": ["v=spf1 -all", "v=spf1 ~all"] })).toEqual(["spf.include-several"]);
    expect(codes({ ...zone, "b.example TXT": ["v=spf1 ip4:999 -all"] })).toEqual(["spf.syntax"]);
    expect(codes({ ...zone, "b.example TXT": ["v=spf1 +all"] })).toEqual(["spf.pass-all"]);
    expect(codes({ ...zone, "b.example TXT": "timeout" })).toEqual(["spf.untold"]);
  });

  test("may not be more than ten mail servers", () => {
    const zone = {
      "example.com TXT": ["v=spf1 mx -all"],
      "example.com MX": Array.from({ length: 11 }, (_, n) => `${n} m${n}.example`),
    };
    expect(codes(zone)).toEqual(["spf.mx-many"]);
  });
});

describe("an address that sends", () => {
  const zone = {
    "example.com TXT": ["v=spf1 mx/28 a:web.example.com include:b.example ~include:soft.example -all"],
    "example.com MX": ["10 mail.example.com"],
    "mail.example.com A": ["192.0.2.16"],
    "mail.example.com AAAA": ["2001:db8::16"],
    "web.example.com A": ["198.51.100.1"],
    "b.example TXT": ["v=spf1 ip4:203.0.113.0/24 -ip4:198.18.0.1 ?all"],
    "soft.example TXT": ["v=spf1 ip6:2001:db8:5::/48 -all"],
  };
  const outcome = (address: string, of: Zone = zone) => sendsFor(spfTreeIn({ zone: of }, NAME), address);

  test.each([
    ["192.0.2.16", "pass"],
    ["192.0.2.31", "pass"],
    ["192.0.2.32", "fail"],
    ["2001:db8::16", "pass"],
    ["2001:db8::17", "fail"],
    ["198.51.100.1", "pass"],
    ["198.51.100.2", "fail"],
    ["203.0.113.200", "pass"],
    ["198.18.0.1", "fail"],
    ["2001:db8:5::1", "softfail"],
    ["::ffff:192.0.2.16", "pass"],
  ])("%s: %s", (address, expected) => {
    expect(outcome(address)).toBe(expected);
  });

  test.each([
    ["v=spf1 exists:%{i}.x.example -all", "untold"],
    ["v=spf1 exists:%{i}.x.example +all", "pass"], // whatever the term says, it passes
    ["v=spf1 -exists:%{i}.x.example ip4:192.0.2.16 -all", "untold"],
    ["v=spf1 ptr ~all", "untold"],
    ["v=spf1 ip4:192.0.2.16", "pass"],
    ["v=spf1 ip4:192.0.2.17", "neutral"],
    ["v=spf1 ip4:192.0.2.16 include:gone.example -all", "pass"],
    ["v=spf1 include:gone.example ip4:192.0.2.16 -all", "permerror"],
    ["v=spf1 ip4:192.0.2.16 nonsense -all", "permerror"],
    ["v=spf1 a:x1.example a:x2.example ip4:192.0.2.16 -all", "pass"],
    ["v=spf1 a:x1.example a:x2.example a:x3.example ip4:192.0.2.16 -all", "permerror"],
    ["v=spf1 redirect=b.example", "neutral"],
    [`v=spf1 ${"a:web.example.com ".repeat(11)} ip4:192.0.2.16 -all`, "permerror"],
    [`v=spf1 ip4:192.0.2.16 ${"a:web.example.com ".repeat(11)} -all`, "pass"],
  ])("%s", (text, expected) => {
    expect(outcome("192.0.2.16", { ...zone, "example.com TXT": [text] })).toBe(expected);
  });

  test("that is not let through is told with the record that lets it", () => {
    const findings = found(zone, ["192.0.2.16", "192.0.2.99"]);
    expect(findings.map(({ code }) => code)).toEqual(["spf.good", "spf.sender-passes", "spf.sender-fails"]);
    expect(findings[2]!.publish!.value).toMatch(/^v=spf1 ip4:192\.0\.2\.99 mx/);
    expect(wordsOf(findings[2]!).says).toBe("SPF does not let 192.0.2.99 send");
  });
});

test.each([
  ["a record of 64 KiB", `v=spf1 ${"include:a.example ".repeat(3600)}`],
  ["thousands of terms that are not wanted", `v=spf1 ${"ptr ".repeat(16_000)}`],
  ["one word of 64 KiB", `v=spf1 a:${"a".repeat(65_000)}`],
  ["dots", `v=spf1 a:${"a.".repeat(32_000)}-`],
  ["macros that never end", `v=spf1 a:${"%{s".repeat(20_000)}`],
  ["control characters", "v=spf1 \u0000\u001b[31m\u202e -all"],
])("%s does no harm", (_, text) => {
  const findings = found({ "example.com TXT": [text] });
  expect(findings.length).toBeGreaterThan(0);
  expect(findings.length).toBeLessThan(10);
  for (const { found, detail } of findings) {
    expect(found.join("").length + (detail ?? "").length).toBeLessThan(8000);
    expect([...found, detail].join("")).not.toMatch(/[\p{Cc}\u202e]/u);
  }
});
