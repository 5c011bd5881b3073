/** A range of IPv4 addresses; `text` is its one spelling, with the bits of the host at zero; `first` is its first address as a number. */
export type AddressRange = { text: string; first: number; addresses: number };

/** The widest range: its addresses are looked up one by one. */
const WIDEST_BITS = 24;

const RANGE = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/;

/** Reads a range in CIDR notation (RFC 4632); null for what is none, or is wider than a /24. */
export function rangeOf(text: string): AddressRange | null {
  const parts = RANGE.exec(text)?.slice(1);
  if (parts === undefined || parts.some((part) => part.length > 1 && part.startsWith("0"))) return null;
  const [a, b, c, d, bits] = parts.map(Number) as [number, number, number, number, number];
  if ([a, b, c, d].some((byte) => byte > 255) || bits < WIDEST_BITS || bits > 32) return null;
  const addresses = 2 ** (32 - bits);
  const address = ((a * 256 + b) * 256 + c) * 256 + d;
  const first = address - (address % addresses);
  return { text: `${ipv4Text(first)}/${bits}`, first, addresses };
}

/** Every address of a range, in order. */
export function addressesOf({ first, addresses }: AddressRange): string[] {
  return Array.from({ length: addresses }, (_, at) => ipv4Text(first + at));
}

function ipv4Text(address: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join(".");
}
