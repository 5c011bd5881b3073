import { describe, expect, test } from "vitest";
import { lookIn, type Zone } from "#testing/posture/zone.ts";
import { reverse, reverseName, type Forward, type ReverseSeen } from "./reverse.ts";

test.each([
  ["192.0.2.25", "25.2.0.192.in-addr.arpa"],
  ["::ffff:192.0.2.25", "25.2.0.192.in-addr.arpa"],
  ["2001:db8::567:89ab", "b.a.9.8.7.6.5.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa"],
])("the name of %s stands at %s", (address, name) => {
  expect(reverseName(address)).toBe(name);
});

const ADDRESS = "192.0.2.25";
const found = (ptr: Zone[string], addresses: Forward["addresses"], given: Partial<ReverseSeen> = {}) => {
  const { address = ADDRESS } = given;
  const name = reverseName(address);
  const answer = lookIn({ zone: ptr.length === 0 ? {} : { [`${name} PTR`]: ptr } }, name, "PTR");
  const forward = typeof ptr === "string" ? [] : ptr.map((each) => ({ name: each, addresses }));
  return reverse({ address, role: "sender", host: "mail.example.com", answer, forward, ...given });
};
const codes = (...args: Parameters<typeof found>) => found(...args).map(({ code }) => code);

test("a name that leads back is good, however the address is spelled", () => {
  expect(codes(["mail.example.com"], [ADDRESS])).toEqual(["reverse.good"]);
  expect(codes(["mail.example.com"], ["2001:DB8:0::25"], { address: "2001:db8::25" })).toEqual(["reverse.good"]);
});

describe("an address that sends", () => {
  test("and has no name is told which to set", () => {
    expect(found([], null)[0]).toMatchObject({
      code: "reverse.absent",
      publish: { name: "25.2.0.192.in-addr.arpa", type: "PTR", value: "mail.example.com" },
    });
  });

  test.each<[string, Forward["addresses"]]>([
    ["nothing", []],
    ["something else", ["192.0.2.26"]],
  ])("and whose name leads to %s", (_, addresses) => {
    expect(codes(["mail.example.com"], addresses)).toEqual(["reverse.unconfirmed"]);
    expect(codes(["mail.example.com"], addresses, { role: "mx" })).toEqual(["reverse.unconfirmed-inbound"]);
  });

  test.each([
    ["192-0-2-25.pool.example.net", true],
    ["ip192.0.2.25.example.net", true],
    ["dyn-2-25.example.net", true],
    ["mail25.example.net", false],
    ["pool1.mail.example.net", false],
    ["mail.example.com", false],
  ])("and is called %s looks like a household: %s", (name, isGeneric) => {
    expect(codes([name], [ADDRESS])).toEqual([isGeneric ? "reverse.generic" : "reverse.good"]);
    expect(codes([name], [ADDRESS], { role: "mx" })).toEqual(["reverse.good"]);
  });
});

test("one that only receives needs no name", () => {
  expect(codes([], null, { role: "mx" })).toEqual(["reverse.absent-inbound"]);
});

test("one of several names is enough", () => {
  expect(codes(["a.example.com", "b.example.com"], [ADDRESS])).toEqual(["reverse.good", "reverse.several"]);
});

test("what could not be looked up is not judged", () => {
  expect(codes("servfail", null)).toEqual(["reverse.untold"]);
  expect(codes(["mail.example.com"], null)).toEqual(["reverse.forward-untold"]);
});
