import { expect, test } from "vitest";
import { addressesOf, rangeOf } from "./address-range.ts";

test.each([
  ["192.0.2.0/24", "192.0.2.0/24", 256],
  ["192.0.2.77/28", "192.0.2.64/28", 16],
  ["192.0.2.1/32", "192.0.2.1/32", 1],
  ["255.255.255.255/31", "255.255.255.254/31", 2],
])("%s is the range %s of %i addresses", (typed, text, addresses) => {
  expect(rangeOf(typed)).toMatchObject({ text, addresses });
});

test.each(["192.0.2.0/23", "192.0.2.0/33", "192.0.2.256/24", "192.0.02.0/24", "192.0.2.0", "2001:db8::/120", "192.0.2.0/", "a/24"])(
  "%s is no range of at most 256 addresses",
  (typed) => expect(rangeOf(typed)).toBeNull(),
);

test("a range has its addresses in order", () => {
  expect(addressesOf(rangeOf("198.51.100.252/30")!)).toEqual([
    "198.51.100.252",
    "198.51.100.253",
    "198.51.100.254",
    "198.51.100.255",
  ]);
});
