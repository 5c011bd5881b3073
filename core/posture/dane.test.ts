import { describe, expect, test } from "vitest";
import { lookIn } from "#testing/posture/zone.ts";
import type { Unanswered } from "../dns/answer.ts";
import { dane, tlsaName, type DaneHost } from "./dane.ts";
import type { Digests, ShownCertificate } from "./dane/tlsa-matches.ts";

const NOW = Date.UTC(2026, 0, 1);
const DAY = 86_400_000;
const HOST = "mail.example.com";
const NAME = tlsaName(HOST);
const digests = (digit: string): Digests => ({ whole: digit.repeat(20), sha256: digit.repeat(64), sha512: digit.repeat(128) });

const leaf: ShownCertificate = {
  certificate: digests("a"),
  publicKey: digests("b"),
  notAfter: NOW + 60 * DAY,
  names: ["mail.example.com"],
};
const issuer: ShownCertificate = { certificate: digests("c"), publicKey: digests("d"), notAfter: NOW + 900 * DAY, names: [] };
const KEY = `3 1 1 ${"b".repeat(64)}`;
const NEXT = `3 1 1 ${"e".repeat(64)}`;
const TA = `2 1 1 ${"d".repeat(64)}`;

type Given = Partial<DaneHost> & { isSecure?: boolean };
const found = (records: string[] | Unanswered["outcome"], { isSecure = true, ...given }: Given = {}) => {
  const zone = records.length === 0 ? {} : { [`${NAME} TLSA`]: records };
  const answer = lookIn({ zone, signed: isSecure ? ["example.com"] : [] }, NAME, "TLSA");
  const host: DaneHost = { host: HOST, isMxSecure: true, isAddressSecure: true, answer, chain: [leaf, issuer], ...given };
  return dane({ domain: "example.com", hosts: [host], now: NOW });
};
const codes = (...args: Parameters<typeof found>) => found(...args).map(({ code }) => code);

test.each([
  ["3 1 1", `3 1 1 ${"b".repeat(64)}`],
  ["3 1 2", `3 1 2 ${"b".repeat(128)}`],
  ["3 1 0", `3 1 0 ${"b".repeat(20)}`],
  ["2 0 1", `2 0 1 ${"c".repeat(64)}`],
  ["2 1 1", TA],
])("%s that is for what the server shows", (_, record) => {
  expect(codes([record, NEXT])).toEqual(["dane.good"]);
});

test("whole certificates change with every renewal", () => {
  expect(codes([`3 0 1 ${"a".repeat(64)}`, NEXT])).toEqual(["dane.good", "dane.whole-certificate"]);
});

describe("mail is turned away", () => {
  test("where no record is for the key, and the right one is told", () => {
    expect(found([NEXT])[0]).toMatchObject({ code: "dane.mismatch", publish: { name: NAME, type: "TLSA", value: KEY } });
  });

  test("where an authority is named for the server's own certificate", () => {
    expect(codes([`2 1 1 ${"b".repeat(64)}`])).toEqual(["dane.mismatch"]);
  });

  test("where the signatures do not hold", () => {
    expect(codes("bogus")).toEqual(["dane.bogus"]);
  });

  test("where under an authority the name or the date is wrong, which under a key does not matter", () => {
    const elsewhere = { ...leaf, names: ["other.example"] };
    const expired = { ...leaf, notAfter: NOW - DAY };
    expect(codes([TA], { chain: [elsewhere, issuer] })).toEqual(["dane.name"]);
    expect(codes([TA], { chain: [expired, issuer] })).toEqual(["dane.expired"]);
    expect(codes([KEY, NEXT], { chain: [elsewhere] })).toEqual(["dane.good"]);
    expect(codes([KEY, NEXT], { chain: [expired] })).toEqual(["dane.good"]);
  });

  test("but not where the certificate is for the domain", () => {
    expect(codes([TA, NEXT], { chain: [{ ...leaf, names: ["example.com"] }, issuer] })).toContain("dane.good");
    expect(codes([TA, NEXT], { chain: [{ ...leaf, names: ["*.example.com"] }, issuer] })).toContain("dane.good");
  });
});

describe("without DNSSEC nothing counts:", () => {
  test.each<[string, Given, string[]]>([
    ["records that are not secure", { isSecure: false }, ["dane.insecure"]],
    ["addresses that are not", { isAddressSecure: false }, ["dane.insecure"]],
    ["MX records that are not", { isMxSecure: false }, ["dane.mx-insecure"]],
  ])("%s", (_, given, expected) => {
    expect(codes([KEY, NEXT], given)).toEqual(expected);
  });

  test("even records for another key are no harm then", () => {
    expect(codes([NEXT], { isSecure: false })).toEqual(["dane.insecure"]);
  });
});

describe("records that senders of mail cannot use", () => {
  test.each([
    `0 1 1 ${"d".repeat(64)}`,
    `1 1 1 ${"b".repeat(64)}`,
    `4 1 1 ${"b".repeat(64)}`,
    `3 2 1 ${"b".repeat(64)}`,
    `3 1 3 ${"b".repeat(64)}`,
    `3 1 1 ${"b".repeat(62)}`,
    "3 1 0 ",
  ])("%s", (record) => {
    expect(codes([record])).toEqual(["dane.unusable"]);
    expect(codes([record, KEY, NEXT])).toEqual(["dane.good", "dane.some-unusable"]);
  });
});

describe("the next key", () => {
  test("is wanted before the certificate ends", () => {
    const chain = [{ ...leaf, notAfter: NOW + 10 * DAY }];
    expect(found([KEY], { chain })[0]).toMatchObject({ code: "dane.roll-over", detail: "10 days left" });
    expect(codes([KEY, NEXT], { chain })).toEqual(["dane.good"]);
  });

  test("has one record, and what is left over of older ones has more", () => {
    expect(codes([KEY, NEXT])).toEqual(["dane.good"]);
    expect(codes([KEY, NEXT, `3 1 1 ${"f".repeat(64)}`])).toEqual(["dane.good", "dane.partial"]);
  });

  test("is recommended at any time", () => {
    expect(codes([KEY])).toEqual(["dane.good", "dane.single"]);
  });
});

test("what is not there, and what cannot be told", () => {
  expect(found([])[0]).toMatchObject({ code: "dane.absent" });
  expect(codes("timeout")).toEqual(["dane.untold"]);
  expect(codes([KEY], { chain: null })).toEqual(["dane.unseen"]);
  expect(codes([KEY], { chain: [] })).toEqual(["dane.mismatch"]);
});

test("a signed zone without records is told what to publish", () => {
  const answer = lookIn({ zone: {}, signed: ["example.com"] }, NAME, "TLSA");
  expect(found([], { answer })[0]!.publish).toEqual({ name: NAME, type: "TLSA", value: KEY });
});

test("many long records do no harm", () => {
  const findings = found(Array.from({ length: 500 }, () => `3 1 0 ${"f".repeat(20_000)}`));
  expect(JSON.stringify(findings).length).toBeLessThan(10_000);
});
