import { describe, expect, test } from "vitest";
import { lookIn, type Zone } from "#testing/posture/zone.ts";
import type { MailHost, MxSet } from "../domain/mx-set.ts";
import { mx } from "./mx.ts";

const host = (name: string, given: Partial<MailHost> = {}): MailHost => ({
  name,
  preference: 10,
  addresses: ["192.0.2.25"],
  problem: null,
  detail: null,
  isSecure: false,
  ...given,
});
const found = (records: Zone[string], set: MxSet) => {
  const answer = lookIn({ zone: { "example.com MX": records } }, "example.com", "MX");
  return mx({ domain: "example.com", answer, set });
};
const codes = (...args: Parameters<typeof found>) => found(...args).map(({ code }) => code);
const named = (...hosts: MailHost[]): MxSet => ({ kind: "named", hosts, records: hosts.length, isSecure: false });
const TWO = ["20 b.example.com", "10 a.example.com"];

test("two hosts with addresses are in order, the preferred one first", () => {
  const [good] = found(TWO, named(host("a.example.com"), host("b.example.com")));
  expect(good).toMatchObject({ code: "mx.good", found: ["10 a.example.com", "20 b.example.com"] });
});

test("one is worth knowing", () => {
  expect(codes(["10 a.example.com"], named(host("a.example.com")))).toEqual(["mx.good", "mx.single"]);
});

describe("without MX records", () => {
  test("mail goes to the domain itself, or nowhere", () => {
    const implicit: MxSet = { kind: "implicit", hosts: [host("example.com")], records: 0, isSecure: false };
    expect(codes([], implicit)).toEqual(["mx.implicit"]);
    expect(codes([], { kind: "none", outcome: "nodata", isSecure: false })).toEqual(["mx.none"]);
  });

  test("by a null MX none is wanted, and that stands alone", () => {
    expect(codes(["0 ."], { kind: "null", isSecure: false })).toEqual(["mx.null"]);
    expect(codes(["0 .", ...TWO], named(host("a.example.com"), host("b.example.com")))).toEqual(["mx.null-beside"]);
  });
});

test.each<[string, Partial<MailHost>, string]>([
  ["an alias", { problem: "alias", detail: "c.example.com" }, "mx.cname"],
  ["without an address", { problem: "no-address", addresses: [] }, "mx.unresolvable"],
  ["that does not exist", { problem: "no-such-name", addresses: [] }, "mx.unresolvable"],
  ["that nobody could look up", { problem: "unanswered", addresses: [] }, "mx.host-untold"],
  ["that is the sender's own", { problem: "loopback", addresses: [] }, "mx.private"],
  ["with inner addresses only", { addresses: [] }, "mx.private"],
  ["that is an address", { problem: "literal", addresses: [] }, "mx.address"],
])("a host %s", (_, given, code) => {
  expect(codes(TWO, named(host("a.example.com", given), host("b.example.com")))).toEqual([code]);
});

test("what could not be looked up is not judged", () => {
  expect(codes("bogus", { kind: "unanswered", failure: { outcome: "bogus", detail: null } })).toEqual(["mx.untold"]);
});
