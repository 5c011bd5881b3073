import ipaddr from "ipaddr.js";
import { canonicalAddress } from "./address-class.ts";

/** Bits of an IPv6 address that come before the IPv4 one it maps to (RFC 4291 section 2.5.5.2). */
const MAPPED_BITS = 96;
const BITS = 128;

/** An address as 32 hex digits, IPv4 as what IPv6 maps it to, so that addresses sort as their keys do; null for what is no literal. */
export function addressKey(literal: string): string | null {
  const canonical = canonicalAddress(literal);
  if (canonical === null) return null;
  const address = ipaddr.parse(canonical);
  const bytes = (address instanceof ipaddr.IPv4 ? address.toIPv4MappedAddress() : address).toByteArray();
  return bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The keys of the first and the last address of a range in CIDR notation (RFC 4632, 4291 section 2.3); null for what is none. */
export function rangeKeys(range: string): { first: string; last: string } | null {
  const [, literal = "", digits = ""] = /^([\d.]+|[\da-f:.]+)\/(\d{1,3})$/i.exec(range) ?? [];
  const key = addressKey(literal);
  const bits = Number(digits) + (literal.includes(":") ? 0 : MAPPED_BITS);
  if (key === null || bits > BITS) return null;
  const host = (1n << BigInt(BITS - bits)) - 1n;
  const first = BigInt(`0x${key}`) & ~host;
  return { first: keyOf(first), last: keyOf(first | host) };
}

function keyOf(number: bigint): string {
  return number.toString(16).padStart(BITS / 4, "0");
}
