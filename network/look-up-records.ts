import { isIP } from "node:net";
import { isUnanswered, type DnsRecord, type RecordType } from "#core/dns/answer.ts";
import { isAddressAllowed } from "#core/monitor/bounds.ts";
import { Deadline } from "./deadline.ts";
import type { AskedServers } from "./dns/dns-servers.ts";
import { resolverAt } from "./dns/resolver-at.ts";
import type { Resolver } from "./dns/resolver-for.ts";

/** Of one answer so much is looked at. */
const MOST_RECORDS = 50;
const TEXT_CHARACTERS = 16_384;

const TYPES = ["A", "AAAA", "MX", "PTR", "TXT"] as const satisfies readonly RecordType[];

/** One record as whoever asks wants it: an address or a name, a mail exchange, or a text, as one piece. */
type SaidRecord = string | { exchange: string; priority: number } | string[];

/**
 * Asks for the records of a name. That there are none is an error whose `code` is ENOTFOUND; any other failure has ETIMEOUT, and may be another answer
 * another time.
 */
export type LookUp = (name: string, type: string) => Promise<SaidRecord[]>;

/** How far looking up may go: for so long, so often, and whether private addresses are anybody's to know. */
export type LookUpLimits = { limitMs: number; most: number; allowPrivate: boolean };

/**
 * Lets `work` look up whatever the records of somebody else name: afresh, in its time, and so many times at most. A private address is none where
 * those may not be watched: a resolver of ours may know names that are not for everybody.
 */
export async function lookUpRecords<T>(
  servers: AskedServers,
  { limitMs, most, allowPrivate }: LookUpLimits,
  work: (lookUp: LookUp) => Promise<T>,
): Promise<T> {
  const deadline = new Deadline(limitMs);
  const resolver = resolverAt(servers);
  let left = most;
  try {
    return await work(async (name, type) => {
      if (left === 0 || deadline.remainingMs() === 0) throw lookUpError("ETIMEOUT", "there is no time for more lookups");
      left -= 1;
      const records = await ask(resolver, name, type, deadline);
      const kept = records.slice(0, MOST_RECORDS).filter((record) => isForEverybody(record, allowPrivate));
      if (kept.length === 0) throw lookUpError("ENOTFOUND", "no record");
      return kept;
    });
  } finally {
    deadline.clear();
  }
}

async function ask(resolver: Resolver, name: string, type: string, deadline: Deadline): Promise<SaidRecord[]> {
  const known = TYPES.find((each) => each === type);
  if (known === undefined) throw new Error(`Records of the type ${type} are not looked up.`);
  const answer = await resolver.ask(name, known, deadline);
  if (answer.outcome === "found") return answer.records.map(asSaid);
  throw lookUpError(isUnanswered(answer) ? "ETIMEOUT" : "ENOTFOUND", answer.outcome);
}

function asSaid(record: DnsRecord<(typeof TYPES)[number]>): SaidRecord {
  if (record.type === "MX") return { exchange: record.data.exchange, priority: record.data.preference };
  return record.type === "TXT" ? [record.data] : record.data;
}

function isForEverybody(record: SaidRecord, allowPrivate: boolean): boolean {
  if (typeof record === "string") return isIP(record) === 0 || isAddressAllowed(record, { allowPrivate });
  return !Array.isArray(record) || record.join("").length <= TEXT_CHARACTERS;
}

function lookUpError(code: "ENOTFOUND" | "ETIMEOUT", message: string): NodeJS.ErrnoException {
  return Object.assign(new Error(message), { code });
}
