import { expect, test } from "vitest";
import type { Looked } from "../dns/answer.ts";
import { CATALOGUE } from "./catalogue/catalogue.ts";
import { ANY_CODE } from "./dns-list.ts";
import { readListing } from "./read-listing.ts";
import { judgeTest } from "./test-list.ts";

const found = (...addresses: string[]): Looked<"A"> => ({
  outcome: "found",
  records: addresses.map((data) => ({ type: "A", name: "x.bl.example", ttlS: 60, data })),
  canonical: "x.bl.example",
  isSecure: false,
  ttlS: 60,
});
const absent: Looked<"A"> = { outcome: "nxdomain", isSecure: false, ttlS: 60 };
const plain = { codes: ANY_CODE, weight: "medium" } as const;
const catalogued = (id: string) => CATALOGUE.find((list) => list.id === id)!;

test.each([
  ["127.255.255.252", "typo"],
  ["127.255.255.253", "refusal"],
  ["127.255.255.254", "public-resolver"],
  ["127.255.255.255", "too-many"],
  ["203.0.113.80", "rewritten"],
  ["0.0.0.0", "rewritten"],
])("%s is never a listing: %s", (address, why) => {
  expect(readListing(plain, found(address))).toEqual({ state: "unknown", why, detail: address });
  expect(readListing(plain, found("127.0.0.2", address))).toMatchObject({ state: "unknown", why });
});

test.each([
  ["refused", "refused"],
  ["servfail", "servfail"],
  ["bogus", "servfail"],
  ["timeout", "timeout"],
  ["malformed", "unanswered"],
  ["unreachable", "unanswered"],
  ["loop", "unanswered"],
  ["too-large", "unanswered"],
] as const)("a question that came to %s tells nothing", (outcome, why) => {
  expect(readListing(plain, { outcome, detail: "said so" })).toEqual({ state: "unknown", why, detail: "said so" });
});

test("no such name, and a name without addresses, are not on the list", () => {
  expect(readListing(plain, absent)).toEqual({ state: "clean" });
  expect(readListing(plain, { ...absent, outcome: "nodata" })).toEqual({ state: "clean" });
});

test("the heaviest of several codes counts, and only the PBL is light", () => {
  const zen = catalogued("spamhaus-zen");
  expect(readListing(zen, found("127.0.0.11"))).toMatchObject({ state: "listed", weight: "light" });
  expect(readListing(zen, found("127.0.0.4", "127.0.0.11"))).toMatchObject({
    state: "listed",
    weight: "heavy",
    codes: ["127.0.0.11", "127.0.0.4"],
  });
  expect(readListing(zen, found("127.0.0.77"))).toEqual({ state: "unknown", why: "code", detail: "127.0.0.77" });
});

test("codes in bits mean each of them, and the first bit that nobody was answered", () => {
  expect(readListing(catalogued("surbl"), found("127.0.0.80"))).toMatchObject({
    state: "listed",
    weight: "heavy",
    says: ["MW: malware", "ABUSE: in links of spam"],
  });
  expect(readListing(catalogued("uribl"), found("127.0.0.8"))).toMatchObject({ state: "listed", weight: "light" });
  expect(readListing(catalogued("uribl"), found("127.0.0.1"))).toMatchObject({ state: "unknown", why: "refusal" });
  expect(readListing(catalogued("surbl"), found("127.0.0.32"))).toMatchObject({ state: "unknown", why: "code" });
});

test("whom a list speaks for is not on it", () => {
  const hostkarma = catalogued("hostkarma");
  expect(readListing(hostkarma, found("127.0.0.1"))).toEqual({ state: "clean" });
  expect(readListing(hostkarma, found("127.0.0.3"))).toEqual({ state: "clean" });
  expect(readListing(hostkarma, found("127.0.0.2"))).toMatchObject({ state: "listed", weight: "light" });
});

test("a domain list that is asked about an address refuses", () => {
  expect(readListing(catalogued("spamhaus-dbl"), found("127.0.1.255"))).toMatchObject({ state: "unknown", why: "refusal" });
});

const listed = readListing(plain, found("127.0.0.2"));
const clean = readListing(plain, absent);
test.each([
  ["lists what it must, and not what it must not", listed, clean, { isUsable: true }],
  ["lists nothing", clean, clean, { isUsable: false, why: "test-missing", detail: null }],
  ["lists everything", listed, listed, { isUsable: false, why: "lists-everything", detail: "127.0.0.2" }],
  [
    "is answered by somebody on the way",
    clean,
    readListing(plain, found("198.51.100.1")),
    { isUsable: false, why: "rewritten", detail: "198.51.100.1" },
  ],
  [
    "does not answer us",
    readListing(plain, found("127.255.255.254")),
    clean,
    { isUsable: false, why: "public-resolver", detail: "127.255.255.254" },
  ],
  ["times out", readListing(plain, { outcome: "timeout", detail: null }), clean, { isUsable: false, why: "timeout", detail: null }],
] as const)("a list that %s", (_, ofListed, ofUnlisted, verdict) => {
  expect(judgeTest(ofListed, ofUnlisted)).toEqual(verdict);
});
