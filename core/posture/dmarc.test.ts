import { describe, expect, test } from "vitest";
import { lookIn, type Zone } from "#testing/posture/zone.ts";
import { dmarc, dmarcNames, dmarcPolicyOf } from "./dmarc.ts";
import { IS_DMARC } from "./dmarc/read-dmarc.ts";
import { consentsWanted } from "./dmarc/report-address.ts";
import { textsOf } from "./looked.ts";
import { organizationalDomain } from "./organizational-domain.ts";

const seenIn = (zone: Zone, domain: string) => {
  const policies = dmarcNames(domain).map(({ of, name }) => ({ of, answer: lookIn({ zone }, name, "TXT") }));
  const wanted = policies.flatMap(({ of, answer }) => textsOf(answer, IS_DMARC).flatMap((text) => consentsWanted(of, text)));
  return { domain, policies, consents: wanted.map(({ name }) => ({ name, answer: lookIn({ zone }, name, "TXT") })) };
};
const found = (zone: Zone, domain = "example.com") => dmarc(seenIn(zone, domain));
const codes = (zone: Zone, domain?: string) => found(zone, domain).map(({ code }) => code);
const of = (text: string) => codes({ "_dmarc.example.com TXT": [text] });
const RUA = "rua=mailto:dmarc@example.com";

test.each([
  [`v=DMARC1; p=reject; ${RUA}`, ["dmarc.good"]],
  [`v=DMARC1;p=Quarantine;${RUA}!10m,mailto:b@mail.example.com;fo=1:d:s;`, ["dmarc.good"]],
  [`v = DMARC1 ; p = reject ; ${RUA}`, ["dmarc.good"]],
  [`v=DMARC1; p=reject; unknown=tag; ${RUA}`, ["dmarc.good"]],
  ["v=DMARC1; p=reject", ["dmarc.good", "dmarc.no-reports"]],
  [`v=DMARC1; p=none; ${RUA}`, ["dmarc.none"]],
  [`v=DMARC1; ${RUA}`, ["dmarc.no-policy"]],
  [`v=DMARC1; p=monitor; ${RUA}`, ["dmarc.no-policy"]],
  [`v=DMARC1; p=reject; sp=none; ${RUA}`, ["dmarc.subdomains"]],
  [`v=DMARC1; p=reject; np=none; ${RUA}`, ["dmarc.subdomains"]], // a tag of RFC 9989
  [`v=DMARC1; p=quarantine; sp=reject; ${RUA}`, ["dmarc.good"]],
  [`v=DMARC1; p=reject; pct=50; ${RUA}`, ["dmarc.share", "dmarc.tag-dropped"]],
  [`v=DMARC1; p=reject; pct=100; ${RUA}`, ["dmarc.good", "dmarc.tag-dropped"]],
  [`v=DMARC1; p=reject; pct=101; ${RUA}`, ["dmarc.good", "dmarc.tag-ignored", "dmarc.tag-dropped"]],
  [`v=DMARC1; p=reject; t=y; ${RUA}`, ["dmarc.test-mode"]],
  [`v=DMARC1; p=reject; adkim=s; aspf=s; ${RUA}`, ["dmarc.good", "dmarc.strict"]],
  [`v=DMARC1; p=reject; adkim=strict; ${RUA}`, ["dmarc.good", "dmarc.tag-ignored"]],
  ["v=DMARC1; p=reject; rua=dmarc@example.com", ["dmarc.report-address"]],
  ["v=DMARC1; p=reject; rua=https://example.com/", ["dmarc.report-address"]],
  [`v=DMARC1; p=reject; ${RUA}; p=none`, ["dmarc.syntax"]],
  ["v=DMARC1; p=reject rua", ["dmarc.no-policy", "dmarc.no-reports"]],
  ["v=DMARC1; reject", ["dmarc.syntax"]],
  ["v=dmarc1; p=reject", ["dmarc.absent"]], // which is no DMARC record at all
  ["p=reject; v=DMARC1", ["dmarc.absent"]],
])("%s: %j", (text, expected) => {
  expect(of(text)).toEqual(expected);
});

const published = (...texts: string[]) => found({ "_dmarc.example.com TXT": texts })[0]!.publish;

describe("the record to publish", () => {
  test("begins with what only watches", () => {
    expect(published()).toEqual({
      name: "_dmarc.example.com",
      type: "TXT",
      value: "v=DMARC1; p=none; rua=mailto:postmaster@example.com",
    });
  });

  test("is the one there is, changed where it should", () => {
    expect(published(`v=DMARC1; p=none; ${RUA}`)!.value).toBe(`v=DMARC1; p=quarantine; ${RUA}`);
    expect(published(`v=DMARC1; p=reject; sp=none; ${RUA}`)!.value).toBe(`v=DMARC1; p=reject; ${RUA}`);
  });
});

test("two records are none", () => {
  const zone = { "_dmarc.example.com TXT": ["v=DMARC1; p=none", "v=DMARC1; p=reject"] };
  expect(codes(zone)).toEqual(["dmarc.several"]);
  expect(dmarcPolicyOf(seenIn(zone, "example.com"))).toBeNull();
});

test("no answer is no verdict", () => {
  expect(codes({ "_dmarc.example.com TXT": "timeout" })).toEqual(["dmarc.untold"]);
});

const above = (text: string) => ({ "_dmarc.example.co.uk TXT": [text] });

describe("a subdomain", () => {
  test("has the policy of the domain it is under", () => {
    expect(codes(above(`v=DMARC1; p=reject; ${RUA.replace(".com", ".co.uk")}`), "a.b.example.co.uk")).toEqual([
      "dmarc.good",
      "dmarc.inherited",
    ]);
    expect(dmarcPolicyOf(seenIn(above("v=DMARC1; p=none; sp=reject"), "a.example.co.uk"))).toBe("reject");
  });

  test("has what that one says of subdomains", () => {
    expect(codes(above("v=DMARC1; p=reject; sp=none"), "a.example.co.uk")).toContain("dmarc.none");
  });

  test("goes by its own where it has one", () => {
    const both = {
      ...above("v=DMARC1; p=none"),
      "_dmarc.a.example.co.uk TXT": ["v=DMARC1; p=reject; rua=mailto:x@a.example.co.uk"],
    };
    expect(codes(both, "a.example.co.uk")).toEqual(["dmarc.good"]);
  });

  test.each([
    ["a.b.example.co.uk", "example.co.uk"],
    ["example.com", "example.com"],
    ["co.uk", "co.uk"],
    ["me.github.io", "me.github.io"],
    ["_x.example.com", "example.com"],
    ["xn--bcher-kva.example", "xn--bcher-kva.example"],
  ])("%s is of %s", (name, organization) => {
    expect(organizationalDomain(name)).toBe(organization);
  });
});

describe("reports to somebody else", () => {
  const zone: Zone = { "_dmarc.example.com TXT": ["v=DMARC1; p=reject; rua=mailto:a@reports.example.net,mailto:b@example.com"] };
  const CONSENT = "example.com._report._dmarc.reports.example.net";

  test("want their consent", () => {
    expect(found(zone)[0]).toMatchObject({
      code: "dmarc.report-refused",
      subject: "reports.example.net",
      publish: { name: CONSENT, type: "TXT", value: "v=DMARC1" },
    });
    expect(codes({ ...zone, [`${CONSENT} TXT`]: ["v=DMARC1;"] })).toEqual(["dmarc.good"]);
  });

  test("are not judged where nobody answers", () => {
    expect(codes({ ...zone, [`${CONSENT} TXT`]: "servfail" })).toEqual(["dmarc.report-untold"]);
  });
});

test.each([
  ["64 KiB of addresses", `v=DMARC1; p=reject; rua=${"mailto:a@b.example,".repeat(3400)}`],
  ["500 tags", `v=DMARC1; p=reject; ${"x=y;".repeat(500)}`],
  ["control characters", "v=DMARC1; p=reject; rua=mailto:\u001b[31m@example.com"],
])("%s does no harm", (_, text) => {
  const findings = found({ "_dmarc.example.com TXT": [text] });
  expect(findings.length).toBeLessThan(30);
  expect(JSON.stringify(findings).length).toBeLessThan(30_000);
  expect(JSON.stringify(findings)).not.toContain("\\u001b");
});
