import { expect, test } from "vitest";
import { DISGUISED, DRESSED, LOOPBACK_NAMES, METADATA, PRIVATE, PUBLIC, UNUSABLE } from "#testing/address-corpus.ts";
import { canonicalAddress, classifyAddress, isSameAddress } from "./address-class.ts";

const classed = (addresses: readonly string[]) => addresses.map((address) => `${address} ${classifyAddress(address)}`);
const all = (addresses: readonly string[], expected: string) => addresses.map((address) => `${address} ${expected}`);

test("each address has the class of its range, however it is spelled", () => {
  expect(classed(PUBLIC)).toEqual(all(PUBLIC, "public"));
  expect(classed(PRIVATE)).toEqual(all(PRIVATE, "private"));
  expect(classed(METADATA)).toEqual(all(METADATA, "metadata"));
  expect(classed(UNUSABLE)).toEqual(all(UNUSABLE, "unusable"));
});

test("what is no plain literal is no address, and has no canonical spelling", () => {
  const disguised = [...DISGUISED, ...DRESSED, ...LOOPBACK_NAMES, "mx.example", ""];
  expect(classed(disguised)).toEqual(all(disguised, "unusable"));
  expect(disguised.filter((text) => canonicalAddress(text) !== null)).toEqual([]);
});

test("an address is the same however it is spelled", () => {
  expect(isSameAddress("2001:DB8:0:0::1", "2001:db8::1")).toBe(true);
  expect(isSameAddress("::ffff:127.0.0.1", "127.0.0.1")).toBe(true);
  expect(isSameAddress("fe80::1%eth0", "fe80::1")).toBe(true);
  expect(isSameAddress("127.0.0.1", "127.0.0.2")).toBe(false);
  expect(isSameAddress("127.0.0.1", "localhost")).toBe(false);
});
