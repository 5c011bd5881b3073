import ipaddr from "ipaddr.js";

/**
 * Where a request comes from, for counting guesses: the address our nearest proxy saw, which is the last of `X-Forwarded-For` (what
 * stands before it is the client's own word). Without a proxy the server itself writes the header. An IPv6 customer has a /64.
 */
export function clientAddress(headers: Headers): string {
  const last = headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "";
  if (!ipaddr.isValid(last)) return "unknown";
  const address = ipaddr.process(last);
  if (address.kind() === "ipv4") return address.toString();
  return `${address.toNormalizedString().split(":").slice(0, 4).join(":")}::/64`;
}
