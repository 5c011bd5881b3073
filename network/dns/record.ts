import type { Answer, SoaData, TxtData } from "dns-packet";
import type { DnsRecord } from "#core/dns/answer.ts";

/** A higher one is that of a server that counts wrongly (RFC 2181 section 8). */
const LONGEST_TTL_S = 2 ** 31 - 1;

/** A record as dns-packet read it, as one of ours; null for another type, or another class than that of the Internet. */
export function readRecord(answer: Answer): DnsRecord | null {
  if (answer.type === "OPT" || answer.class !== "IN") return null;
  const about = { name: nameOf(answer.name), ttlS: ttlOf(answer.ttl) };
  // oxlint-disable-next-line typescript/switch-exhaustiveness-check -- nobody asks for the others
  switch (answer.type) {
    case "A":
    case "AAAA":
      return { ...about, type: answer.type, data: answer.data };
    case "CNAME":
    case "NS":
    case "PTR":
      return { ...about, type: answer.type, data: nameOf(answer.data) };
    case "TXT":
      return { ...about, type: "TXT", data: textOf(answer.data) };
    case "MX":
      return { ...about, type: "MX", data: { preference: answer.data.preference!, exchange: nameOf(answer.data.exchange) } };
    case "SOA":
      return { ...about, type: "SOA", data: authorityOf(answer.data) };
    case "SRV": {
      const { priority, weight, port, target } = answer.data;
      return { ...about, type: "SRV", data: { priority: priority!, weight: weight!, port, target: nameOf(target) } };
    }
    case "TLSA":
      return { ...about, type: "TLSA", data: answer.data };
    case "CAA": {
      const { issuerCritical, tag, value } = answer.data;
      return { ...about, type: "CAA", data: { isCritical: issuerCritical!, tag: tag.toLowerCase(), value } };
    }
    case "DS":
      return { ...about, type: "DS", data: answer.data };
    default:
      return null;
  }
}

/** A name of dns-packet as one of ours: it calls the root ".", and leaves upper case as it came. */
export function nameOf(name: string): string {
  return name === "." ? "" : name.toLowerCase();
}

function ttlOf(ttl = 0): number {
  return ttl > LONGEST_TTL_S ? 0 : ttl;
}

function textOf(data: TxtData): string {
  return Buffer.concat(data as Buffer[]).toString("utf8"); // as it is decoded, a text is always in its pieces
}

function authorityOf(soa: SoaData): Extract<DnsRecord, { type: "SOA" }>["data"] {
  const { mname, rname, serial, refresh, retry, expire, minimum } = soa as Required<SoaData>;
  return {
    primary: nameOf(mname),
    mailbox: nameOf(rname),
    serial,
    refreshS: refresh,
    retryS: retry,
    expireS: expire,
    minimumS: minimum,
  };
}
