import type { Kind, Target } from "./monitor.ts";

/**
 * A target as people write it: host and port, an IPv6 address in brackets (RFC 3986 section 3.2.2): `mx1.example.com:25`. What is no server has
 * no port, `example.com`.
 */
export function targetText({ kind, host, port }: Pick<Target, "host" | "port"> & { kind?: Kind }): string {
  if (kind === "domain" || kind === "blocklist") return host;
  return host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;
}
