import type { Target } from "./monitor.ts";

/** A target as people write it: host and port, an IPv6 address in brackets (RFC 3986 section 3.2.2): `mx1.example.com:25`. */
export function targetText({ host, port }: Pick<Target, "host" | "port">): string {
  return host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;
}
