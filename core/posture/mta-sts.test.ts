import { describe, expect, test } from "vitest";
import { lookIn, type Zone } from "#testing/posture/zone.ts";
import { mtaSts, stsSighting, stsToKeep, type MtaStsSeen } from "./mta-sts.ts";
import { hostMatches } from "./mta-sts/host-matches.ts";
import type { PolicyFetched } from "./mta-sts/policy-fetched.ts";
import { readPolicy } from "./mta-sts/read-policy.ts";

const DOMAIN = "example.com";
const NAME = "_mta-sts.example.com";
const RECORD = "v=STSv1; id=20260101;";
const POLICY = "version: STSv1\r\nmode: enforce\r\nmx: mail.example.com\r\nmx: *.mx.example.net\r\nmax_age: 604800\r\n";

type Given = Partial<Pick<MtaStsSeen, "fetched" | "mx" | "previous">> & { texts?: string[] };
const seenOf = ({
  texts = [RECORD],
  fetched = { outcome: "fetched", body: POLICY },
  mx = [],
  previous = null,
}: Given): MtaStsSeen => {
  const zone: Zone = texts.length === 0 ? {} : { [`${NAME} TXT`]: texts };
  return { domain: DOMAIN, answer: lookIn({ zone }, NAME, "TXT"), fetched, mx, previous };
};
const codes = (given: Given) => mtaSts(seenOf(given)).map(({ code }) => code);
const policy = (body: string): Given => ({ fetched: { outcome: "fetched", body } });
const testing = policy(POLICY.replace("enforce", "testing"));
const host = (name: string, tlsTrouble: string | null = null) => ({ host: name, tlsTrouble });

test.each([
  [[RECORD], ["mta-sts.good"]],
  [["v=STSv1;id=1"], ["mta-sts.good"]],
  [["v=STSv1; id=1; ext=x", "other"], ["mta-sts.good"]],
  [[], ["mta-sts.absent"]],
  [["v=STSv2; id=1;"], ["mta-sts.absent"]],
  [["id=1; v=STSv1"], ["mta-sts.absent"]],
  [[RECORD, "v=STSv1; id=2;"], ["mta-sts.several"]],
  [["v=STSv1"], ["mta-sts.syntax"]],
  [["v=STSv1; id=2026-01-01"], ["mta-sts.syntax"]],
  [[`v=STSv1; id=${"1".repeat(33)}`], ["mta-sts.syntax"]],
])("%j: %j", (texts, expected) => {
  expect(codes({ texts })).toEqual(expected);
});

test.each<[PolicyFetched, string[]]>([
  [{ outcome: "status", status: 404 }, ["mta-sts.policy-status"]],
  [{ outcome: "redirect", status: 301, location: "https://example.com/" }, ["mta-sts.policy-redirect"]],
  [{ outcome: "content-type", contentType: "text/html", body: POLICY }, ["mta-sts.policy-content-type"]],
  [{ outcome: "content-type", contentType: null, body: "<html>" }, ["mta-sts.policy-content-type", "mta-sts.policy-syntax"]],
  [{ outcome: "certificate", detail: "expired" }, ["mta-sts.policy-certificate"]],
  [{ outcome: "too-large" }, ["mta-sts.policy-too-large"]],
  [{ outcome: "timeout" }, ["mta-sts.policy-unreachable"]],
  [{ outcome: "unreachable", detail: "refused" }, ["mta-sts.policy-unreachable"]],
  [{ outcome: "blocked" }, ["mta-sts.policy-blocked"]],
])("a policy that was not fetched: %j", (fetched, expected) => {
  expect(codes({ fetched })).toEqual(expected);
});

describe("a policy", () => {
  test.each([
    POLICY,
    POLICY.replaceAll("\r\n", "\n"),
    POLICY.replace("mode", "extra: field\r\nmode"),
    "mode: enforce\nversion: STSv1\nmax_age: 31557600\nmx: mail.example.com",
    "version: STSv1\nmode: none\nmax_age: 86400",
    "version: STSv1\nmode: enforce\nmode: none\nmx: a.example\nmax_age: 1",
  ])("that is read: %j", (body) => {
    expect(readPolicy(body)).toMatchObject({ policy: expect.any(Object), problems: [] });
  });

  test.each([
    ["", "version"],
    [POLICY.replace("STSv1", "STSv2"), "version"],
    [POLICY.replace("enforce", "Enforce"), "mode"],
    [POLICY.replace("604800", "31557601"), "max_age"],
    [POLICY.replace("604800", "1 week"), "max_age"],
    [POLICY.replace("604800", "-1"), "max_age"],
    [POLICY.replaceAll(/mx: .*\r\n/g, ""), "no mx"],
    [POLICY.replace("*.mx", "a.*.mx"), "no host"],
    [POLICY.replace("mail.example.com", "mail.example.com."), "no host"],
    [POLICY.replace("mode: ", "mode "), "no field"],
    ["<!doctype html>", "no field"],
    ["mx: a.example\n".repeat(2000), "more than 1000 lines"],
  ])("that is not: %j", (body, problem) => {
    const { policy, problems } = readPolicy(body);
    expect(policy).toBeNull();
    expect(problems.join("; ")).toContain(problem);
  });

  test("that tests, that is off, that is forgotten at once", () => {
    expect(codes(testing)).toEqual(["mta-sts.testing"]);
    expect(codes(policy("version: STSv1\nmode: none\nmax_age: 0"))).toEqual(["mta-sts.mode-none"]);
    expect(codes(policy(POLICY.replace("604800", "86400")))).toEqual(["mta-sts.max-age-short"]);
  });
});

describe("the hosts", () => {
  test.each([
    ["mail.example.com", "mail.example.com", true],
    ["MAIL.example.com", "mail.EXAMPLE.com", true],
    ["a.mx.example.net", "*.mx.example.net", true],
    ["mx.example.net", "*.mx.example.net", false],
    ["a.b.mx.example.net", "*.mx.example.net", false],
    [".mx.example.net", "*.mx.example.net", false],
    ["notmail.example.com", "mail.example.com", false],
  ])("%s by %s: %s", (name, pattern, expected) => {
    expect(hostMatches(name, pattern)).toBe(expected);
  });

  test("that are all named and whose TLS holds are in order", () => {
    expect(codes({ mx: [host("mail.example.com"), host("b.mx.example.net")] })).toEqual(["mta-sts.good"]);
  });

  test("that are not named get no mail", () => {
    expect(codes({ mx: [host("mail.example.com"), host("new.example.com")] })).toEqual(["mta-sts.mx-uncovered"]);
    expect(codes({ ...testing, mx: [host("new.example.com")] })).toEqual(["mta-sts.testing", "mta-sts.mx-uncovered-testing"]);
  });

  test("whose TLS does not hold get none either", () => {
    expect(codes({ mx: [host("mail.example.com", "expired")] })).toEqual(["mta-sts.mx-refused"]);
    expect(codes({ ...testing, mx: [host("mail.example.com", "expired")] })).toEqual([
      "mta-sts.testing",
      "mta-sts.mx-refused-testing",
    ]);
  });
});

describe("since the last look", () => {
  const now = stsSighting(seenOf({}))!;

  test("nothing has changed, or both have", () => {
    expect(codes({ previous: now })).toEqual(["mta-sts.good"]);
    expect(codes({ previous: { id: "1", policy: { ...now.policy, maxAgeS: 1 } } })).toEqual(["mta-sts.good"]);
  });

  test("the policy has changed and the id has not", () => {
    expect(codes({ previous: { ...now, policy: { ...now.policy, mx: ["old.example.com"] } } })).toEqual(["mta-sts.id-stale"]);
  });

  test("the id has changed and the policy has not, in whatever order it names its hosts", () => {
    const turned = { ...now.policy, mx: now.policy.mx.toReversed() };
    expect(codes({ previous: { id: "1", policy: turned } })).toEqual(["mta-sts.good", "mta-sts.id-only"]);
  });
});

test("64 KiB of policy do no harm", () => {
  for (const body of ["x".repeat(65_000), "mx: \u0000\n".repeat(9000), `${" ".repeat(60_000)}:`, `mx: a${" ".repeat(60_000)}b`]) {
    const findings = mtaSts(seenOf(policy(body)));
    expect(findings.map(({ code }) => code)).toEqual(["mta-sts.policy-syntax"]);
    expect(JSON.stringify(findings).length).toBeLessThan(10_000);
  }
});

test("of one id the policy that was first seen with it is kept: senders have that one", () => {
  const first = stsSighting(seenOf({}))!;
  expect(stsToKeep(seenOf({}))).toEqual(first);
  expect(stsToKeep(seenOf({ ...testing, previous: first }))).toEqual(first);
  expect(stsToKeep(seenOf({ ...testing, texts: ["v=STSv1; id=2"], previous: first }))).toMatchObject({
    id: "2",
    policy: { mode: "testing" },
  });
  expect(stsToKeep(seenOf({ fetched: { outcome: "timeout" }, previous: first }))).toEqual(first);
  expect(stsToKeep(seenOf({ texts: [] }))).toBeNull();
  const long = Array.from({ length: 101 }, (_, at) => `mx: mx${at}.example.com\r\n`).join("");
  expect(stsToKeep(seenOf(policy(POLICY + long)))).toBeNull();
});
