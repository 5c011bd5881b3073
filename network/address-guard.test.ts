import { expect, test } from "vitest";
import { classifyAddress, isAllowed, isSameAddress } from "./address-guard.ts";

const PUBLIC = `
  1.1.1.1 8.8.8.8 9.255.255.255 11.0.0.0 100.63.255.255 100.128.0.0 126.255.255.255 128.0.0.1 169.253.255.255 169.255.0.0
  172.15.255.255 172.32.0.0 192.167.255.255 192.169.0.0 198.17.255.255 198.20.0.0 223.255.255.255
  2a00:1450:4001::1a 2606:4700::1111 2003::1 ::ffff:8.8.8.8`;

const PRIVATE = `
  127.0.0.1 127.255.255.254 10.0.0.0 10.255.255.255 172.16.0.1 172.31.255.255 192.168.0.1 169.254.1.1 100.64.0.1 100.127.255.255
  192.0.0.1 192.0.2.1 198.18.0.1 198.19.255.255 198.51.100.7 203.0.113.9 240.0.0.1
  ::1 fe80::1 fe80::1%eth0 fc00::1 fdff::1 fec0::1 2001:db8::1 2001::1 3fff::1 4000::1
  ::ffff:127.0.0.1 ::ffff:7f00:1 ::ffff:10.1.2.3 ::127.0.0.1 ::ffff:0:127.0.0.1
  64:ff9b::10.0.0.1 64:ff9b:1::10.0.0.1 64:ff9b::8.8.8.8 2002:7f00:1:: 2002:808:808::1`;

const METADATA = `
  169.254.169.254 169.254.170.2 169.254.170.23 168.63.129.16 100.100.100.200 192.0.0.192
  fd00:ec2::254 fd00:0ec2:0:0:0:0:0:0254 fd20:ce::254
  ::ffff:169.254.169.254 ::ffff:a9fe:a9fe 64:ff9b::169.254.169.254 ::169.254.169.254 2002:a9fe:a9fe::1`;

const UNUSABLE = `
  0.0.0.0 0.1.2.3 255.255.255.255 224.0.0.1 239.255.255.255 :: ff02::1 100::1 ::ffff:0.0.0.0
  localhost mx.example 2130706433 0x7f000001 0177.0.0.1 127.1 127.0.0.1. 127.0.0.1/8 １２７.0.0.1 [::1]`;

const list = (addresses: string) => addresses.trim().split(/\s+/);

test.each(list(PUBLIC))("%s is public", (address) => expect(classifyAddress(address)).toBe("public"));
test.each(list(PRIVATE))("%s is private", (address) => expect(classifyAddress(address)).toBe("private"));
test.each(list(METADATA))("%s is a cloud's metadata", (address) => expect(classifyAddress(address)).toBe("metadata"));
test.each(list(UNUSABLE))("%j is no address of a server", (address) => expect(classifyAddress(address)).toBe("unusable"));

const allowed = (address: string) => [isAllowed(address, false), isAllowed(address, true)];

test("private addresses are allowed only where it is said, metadata and unusable ones never", () => {
  expect(allowed("1.1.1.1")).toEqual([true, true]);
  expect(allowed("10.0.0.1")).toEqual([false, true]);
  expect(allowed("169.254.169.254")).toEqual([false, false]);
  expect(allowed("0.0.0.0")).toEqual([false, false]);
});

test("an address is the same however it is spelled", () => {
  expect(isSameAddress("2001:DB8:0:0::1", "2001:db8::1")).toBe(true);
  expect(isSameAddress("::ffff:127.0.0.1", "127.0.0.1")).toBe(true);
  expect(isSameAddress("127.0.0.1", "127.0.0.2")).toBe(false);
  expect(isSameAddress("127.0.0.1", "localhost")).toBe(false);
});
