import { getServers } from "node:dns";
import type { HttpsServer } from "./ask-over-https.ts";

/** Where a DNS server listens. */
export type ServerAddress = { address: string; port: number };

/** Whom to ask: servers in their order, over UDP and TCP, or one over HTTPS. */
export type DnsServers = { kind: "servers"; addresses: readonly ServerAddress[] } | ({ kind: "https" } & HttpsServer);

/** Whom to ask as the settings have it: the system's where `servers` is empty; `secondServers` are of another network, and none where empty. */
export type AskedServers = { servers: readonly string[]; secondServers: readonly string[] };

const DNS_PORT = 53;

/**
 * Reads whom to ask as the settings have it, which were held against what can be read: `192.0.2.53`, `192.0.2.53:5353`, `2001:db8::53`,
 * `[2001:db8::53]:5353`, or one `https://` URL; the system's servers where there is none.
 */
export function readDnsServers(texts: readonly string[]): DnsServers {
  const [first] = texts;
  if (first !== undefined && isHttpsServer(first)) return { kind: "https", url: first };
  return { kind: "servers", addresses: (first === undefined ? getServers() : texts).map(readAddress) };
}

/** Whether a server is asked over HTTPS. */
export function isHttpsServer(text: string): boolean {
  return text.startsWith("https://");
}

function readAddress(text: string): ServerAddress {
  const [, bracketed, ipv4, port] = /^(?:\[(.*)\]|([\d.]+))(?::(\d+))?$/.exec(text) ?? [];
  return { address: bracketed ?? ipv4 ?? text, port: port === undefined ? DNS_PORT : Number(port) };
}
