import type { Looked, RecordData, RecordType } from "#core/dns/answer.ts";
import type { Zone } from "#core/posture/sixty-domains/row.ts";

export type { Zone };

/** What the DNS says; what is under one of `signed` is secure. */
export type Dns = { zone: Zone; signed?: readonly string[] };

/** What a question comes to. */
export function lookIn<T extends RecordType>({ zone, signed = [] }: Dns, name: string, type: T): Looked<T> {
  const isSecure = signed.some((each) => name === each || name.endsWith(`.${each}`));
  const written = zone[`${name} ${type}`];
  if (typeof written === "string") return { outcome: written, detail: null };
  if (written === undefined) {
    const isThere = Object.keys(zone).some((key) => key.split(" ")[0] === name);
    return { outcome: isThere ? "nodata" : "nxdomain", isSecure, ttlS: 300 };
  }
  const records = written.map((text) => ({ type, name, ttlS: 300, data: READERS[type](text) }));
  return { outcome: "found", records: records as never, canonical: name, isSecure, ttlS: 300 };
}

/** The addresses of a name, of both families. */
export function addressesIn(dns: Dns, name: string): string[] {
  return (["A", "AAAA"] as const).flatMap((type) => {
    const looked = lookIn(dns, name, type);
    return looked.outcome === "found" ? looked.records.map((record) => record.data) : [];
  });
}

const READERS = {
  A: String,
  AAAA: String,
  CNAME: String,
  NS: String,
  PTR: String,
  TXT: String,
  MX: (text) => {
    const [preference, exchange = ""] = text.split(" ");
    return { preference: Number(preference), exchange: exchange.replace(/\.$/, "") };
  },
  TLSA: (text) => {
    const [usage, selector, matchingType, certificate = ""] = text.split(" ");
    return {
      usage: Number(usage),
      selector: Number(selector),
      matchingType: Number(matchingType),
      certificate: Buffer.from(certificate, "hex"),
    };
  },
  CAA: (text) => {
    const [flags, tag = "", ...value] = text.split(" ");
    return { isCritical: Number(flags) >= 128, tag, value: value.join(" ") };
  },
  SOA: unwritten,
  SRV: unwritten,
  DS: unwritten,
} satisfies { [T in RecordType]: (text: string) => RecordData[T] };

function unwritten(text: string): never {
  throw new Error(`no zone of a test has such a record yet: ${text}`);
}
