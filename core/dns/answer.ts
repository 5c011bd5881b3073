/** Of each type of record, what it says. Names are lower-case A-labels without a final dot; that of the root is empty. */
export type RecordData = {
  A: string; // an address
  AAAA: string; // an address
  CNAME: string; // a name
  NS: string; // a name
  PTR: string; // a name
  /** The pieces joined, as SPF, DKIM and the others have it (RFC 7208 section 3.3). */
  TXT: string;
  /** RFC 1035 section 3.3.9. The null MX (RFC 7505) has an empty exchange. */
  MX: { preference: number; exchange: string };
  /** RFC 1035 section 3.3.13; spans in seconds. */
  SOA: { primary: string; mailbox: string; serial: number; refreshS: number; retryS: number; expireS: number; minimumS: number };
  /** RFC 2782. */
  SRV: { priority: number; weight: number; port: number; target: string };
  /** RFC 6698 section 2.1; `certificate` is what is matched, whole or as a hash. */
  TLSA: { usage: number; selector: number; matchingType: number; certificate: Buffer };
  /** RFC 8659 section 4.1; `tag` in lower case. */
  CAA: { isCritical: boolean; tag: string; value: string };
  /** RFC 4034 section 5.1. */
  DS: { keyTag: number; algorithm: number; digestType: number; digest: Buffer };
};

/** The types of records that are asked for. */
export type RecordType = keyof RecordData;

/** One record as it was answered: whose it is, what it says, and how long it may be kept, in seconds. */
export type DnsRecord<T extends RecordType = RecordType> = {
  [K in T]: { type: K; name: string; ttlS: number; data: RecordData[K] };
}[T];

/**
 * There are records, in the order they came. `canonical` is the name at the end of aliases, which is the name itself where it is none; `isSecure`
 * whether a resolver that validates vouches for all of it (the AD bit, RFC 4035 section 3.2.3); `ttlS` how long it may be kept, in seconds.
 */
export type Found<T extends RecordType = RecordType> = {
  outcome: "found";
  records: DnsRecord<T>[];
  canonical: string;
  isSecure: boolean;
  ttlS: number;
};

/** There is no such record, or not even such a name (RFC 2308 section 2); `isSecure` and `ttlS` as where there is. */
export type Absent = { outcome: "nodata" | "nxdomain"; isSecure: boolean; ttlS: number };

/** Why a question has no answer. */
export type Unanswered = {
  outcome:
    | "servfail" // the resolver could not find out
    | "bogus" // it did, but the signatures do not hold (RFC 4033 section 5)
    | "refused" // it does not answer us
    | "timeout"
    | "malformed" // what it sent is no answer
    | "loop" // the aliases lead in a circle, or too far
    | "too-large" // it does not fit into 64 KiB, or has more records than are looked at
    | "unreachable"; // nobody listens there
  /** What shows it: what the resolver said of it where it did (RFC 8914), or one short sentence of facts. */
  detail: string | null;
};

/** What became of a question. */
export type Looked<T extends RecordType = RecordType> = Found<T> | Absent | Unanswered;

/** The same with how long it took, in ms; 0 where it was known already. */
export type DnsAnswer<T extends RecordType = RecordType> = Looked<T> & { ms: number };

/** Whether a question has no answer; anything else says what there is, or that there is nothing. */
export function isUnanswered<L extends object>(looked: L): looked is Extract<L, Unanswered> {
  return "detail" in looked;
}
