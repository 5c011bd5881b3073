import type { promises as dns } from "node:dns";
import { isIP } from "node:net";
import { isAddressAllowed } from "#core/monitor/bounds.ts";
import { dnsFailureOf } from "./dns-failure.ts";
import type { AskedServers } from "./mail-servers.ts";
import { resolveWithin } from "./resolve-within.ts";

/** No name is longer (RFC 1035 section 2.3.4), and of one answer so much is looked at. */
const NAME_CHARACTERS = 253;
const MOST_RECORDS = 50;
const TEXT_CHARACTERS = 16_384;

const TYPES = ["A", "AAAA", "MX", "PTR", "TXT"] as const;

/** One record: an address or a name, a mail exchange, or a text in its pieces. */
type DnsRecord = string | { exchange: string; priority: number } | string[];

/**
 * Asks for the records of a name. That there are none is an error whose `code` is ENOTFOUND; any other failure has ETIMEOUT, and may be another answer
 * another time.
 */
export type LookUp = (name: string, type: string) => Promise<DnsRecord[]>;

/** How far looking up may go: for so long, so often, and whether private addresses are anybody's to know. */
export type LookUpLimits = { limitMs: number; most: number; allowPrivate: boolean };

/**
 * Lets `work` look up whatever the records of somebody else name: afresh, in its time, and so many times at most. A private address is none where
 * those may not be watched: a resolver of ours may know names that are not for everybody.
 */
export async function lookUpRecords<T>(
  { servers, secondServers }: AskedServers,
  { limitMs, most, allowPrivate }: LookUpLimits,
  work: (lookUp: LookUp) => Promise<T>,
): Promise<T> {
  const endsAtMs = performance.now() + limitMs;
  let left = most;
  return resolveWithin(servers, limitMs, (first) =>
    resolveWithin(secondServers, limitMs, (second) =>
      work(async (name, type) => {
        if (left === 0 || performance.now() > endsAtMs) throw lookUpError("ETIMEOUT", "there is no time for more lookups");
        left -= 1;
        if (name.length > NAME_CHARACTERS) throw lookUpError("ENOTFOUND", "no name is so long");
        const asked = ask(first, name, type);
        const records = await (secondServers.length === 0
          ? asked
          : asked.catch((error) => (isAboutTheName(error) ? Promise.reject(error) : ask(second, name, type))));
        const kept = records.slice(0, MOST_RECORDS).filter((record) => isForEverybody(record, allowPrivate));
        if (kept.length === 0) throw lookUpError("ENOTFOUND", "no record");
        return kept;
      }),
    ),
  );
}

async function ask(resolver: dns.Resolver, name: string, type: string): Promise<DnsRecord[]> {
  if (!TYPES.some((each) => each === type)) throw new Error(`Records of the type ${type} are not looked up.`);
  try {
    return (await resolver.resolve(name, type)) as DnsRecord[];
  } catch (error) {
    const failure = dnsFailureOf(error as NodeJS.ErrnoException);
    throw failure === "nxdomain" || failure === "nodata" ? lookUpError("ENOTFOUND", failure) : lookUpError("ETIMEOUT", failure);
  }
}

function isAboutTheName(error: NodeJS.ErrnoException): boolean {
  return error.code === "ENOTFOUND";
}

function isForEverybody(record: DnsRecord, allowPrivate: boolean): boolean {
  if (typeof record === "string") return isIP(record) === 0 || isAddressAllowed(record, { allowPrivate });
  return !Array.isArray(record) || record.join("").length <= TEXT_CHARACTERS;
}

function lookUpError(code: "ENOTFOUND" | "ETIMEOUT", message: string): NodeJS.ErrnoException {
  return Object.assign(new Error(message), { code });
}
