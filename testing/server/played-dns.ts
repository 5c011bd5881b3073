import { onTestFinished } from "vitest";
import { playDns, type DnsAnswer, type Family } from "./play-dns.ts";

/** Plays a resolver until the test is over. Returns what a check is told of it. */
export async function playedDns(zone: (name: string, family: Family) => DnsAnswer): Promise<string[]> {
  const server = await playDns(zone);
  onTestFinished(() => server.close());
  return [server.address];
}

/** A zone in which every name has these addresses, and none in IPv6. */
export const onlyA =
  (...addresses: string[]) =>
  (_: string, family: Family): DnsAnswer =>
    family === "A" ? addresses : [];
