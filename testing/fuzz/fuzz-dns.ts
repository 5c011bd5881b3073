import type { Answer } from "dns-packet";
import type { RecordType } from "#core/dns/answer.ts";
import { readDnsServers } from "#network/dns/dns-servers.ts";
import { resolverFor } from "#network/dns/resolver-for.ts";
import { answerTo, nothing, playDnsMessages, type PlayedQuery, type Said } from "#testing/server/play-dns-messages.ts";
import { randomFrom, type Random } from "./random.ts";

/** What came of the questions: how many of each outcome, and which promises did not hold. */
export type DnsFuzzOutcome = { byOutcome: Map<string, number>; broken: { seed: number; promise: string }[] };

const TYPES: readonly RecordType[] = ["A", "AAAA", "CNAME", "NS", "PTR", "TXT", "MX", "SOA", "SRV", "TLSA", "CAA", "DS"];
const DIGEST = Buffer.alloc(32, 0x5f);
const DATA: Record<RecordType, unknown> = {
  A: "192.0.2.1",
  AAAA: "2001:db8::1",
  CNAME: "alias.example",
  NS: "ns.example",
  PTR: "ptr.example",
  TXT: [Buffer.from("v=spf1 -all"), Buffer.from("more")],
  MX: { preference: 10, exchange: "mx.example" },
  SOA: { mname: "ns.example", rname: "hostmaster.example", serial: 1, refresh: 2, retry: 3, expire: 4, minimum: 5 },
  SRV: { priority: 1, weight: 2, port: 993, target: "imap.example" },
  TLSA: { usage: 3, selector: 1, matchingType: 1, certificate: DIGEST },
  CAA: { flags: 0, tag: "issue", value: "ca.example" },
  DS: { keyTag: 7, algorithm: 13, digestType: 2, digest: DIGEST },
};

const TRY_MS = 60;
/** A question may go over UDP and TCP, without EDNS and without checking, and along 16 aliases, all of it within this. */
const LIMIT_MS = 600;
/** On a busy machine everything stands still for a while; nothing does for so long. */
const STUCK_MS = 10_000;

/** Asks seeded questions, `atOnce` at a time, of a server whose answers are right, wrong, broken and none. Nothing is thrown, and everything ends. */
export async function fuzzDns(firstSeed: number, runs: number, atOnce: number): Promise<DnsFuzzOutcome> {
  const server = await playDnsMessages((query) => [broken(randomFrom(seedOf(query)), query)]);
  const outcome: DnsFuzzOutcome = { byOutcome: new Map(), broken: [] };
  let next = firstSeed;
  const work = async () => {
    const resolver = resolverFor(readDnsServers([server.address]), { tries: 1, tryMs: TRY_MS, limitMs: LIMIT_MS });
    while (next < firstSeed + runs) await askOne(resolver, next++, outcome);
  };
  try {
    await Promise.all(Array.from({ length: atOnce }, work));
  } finally {
    await server.close();
  }
  return outcome;
}

async function askOne(resolver: ReturnType<typeof resolverFor>, seed: number, outcome: DnsFuzzOutcome): Promise<void> {
  const startedAtMs = performance.now();
  const type = TYPES[seed % TYPES.length]!;
  try {
    const answer = await resolver.ask(`${seed}.fuzz.example`, type);
    outcome.byOutcome.set(answer.outcome, (outcome.byOutcome.get(answer.outcome) ?? 0) + 1);
    const records = answer.outcome === "found" ? answer.records : [];
    if (!records.every((record) => record.type === type && record.ttlS >= 0))
      outcome.broken.push({ seed, promise: "a record is of its type" });
    if (answer.outcome === "found" && records.length === 0) outcome.broken.push({ seed, promise: "what is found is there" });
  } catch (error) {
    outcome.broken.push({ seed, promise: `nothing is thrown: ${String(error)}` });
  }
  if (performance.now() - startedAtMs > LIMIT_MS + STUCK_MS) outcome.broken.push({ seed, promise: "a question ends in its time" });
}

/** The same for the same query, whenever it comes. */
function seedOf({ name, type, isOverTcp, hasEdns, isChecked }: PlayedQuery): number {
  const number = Number(/^\d+/.exec(name)?.[0] ?? TYPES.length);
  return number * 16 + (isOverTcp ? 1 : 0) + (hasEdns ? 2 : 0) + (isChecked ? 4 : 0) + (type === "CNAME" ? 8 : 0);
}

function broken(random: Random, query: PlayedQuery): Buffer {
  const bytes = answerTo(query, randomSaid(random, query));
  const afterQuestion = 12 + query.name.length + 2 + 4;
  // What answers another question is not even read, so that is left as it is but for a few times.
  const anywhere = random.whole(40) === 0 ? 0 : afterQuestion;
  const somewhere = () => anywhere + random.whole(bytes.length - anywhere - 1);
  switch (random.whole(7)) {
    case 0:
    case 1:
      return bytes;
    case 2:
      return bytes.subarray(0, 2 + random.whole(bytes.length - 2));
    case 3:
      return Buffer.concat([
        random.whole(2) === 0 ? bytes : bytes.subarray(0, afterQuestion),
        randomBytes(random, 1 + random.whole(300)),
      ]);
    case 4: // a count that is not so
      bytes.writeUInt16BE(random.whole(0x1_0000), random.pick([6, 8, 10]));
      return bytes;
    case 5: // a name that points somewhere
      bytes.writeUInt16BE(0xc000 | random.whole(bytes.length), somewhere());
      return bytes;
    default:
      for (let left = 1 + random.whole(3); left > 0; left -= 1) bytes[somewhere()] = random.whole(256);
      return bytes;
  }
}

function randomSaid(random: Random, { name, type }: PlayedQuery): Said {
  const answers = Array.from({ length: random.whole(6) }, () => {
    const of = random.pick<RecordType>([type as RecordType, type as RecordType, "CNAME", random.pick(TYPES)]);
    return { type: of, name: random.whole(5) === 0 ? "alias.example" : name, ttl: random.whole(600), data: DATA[of] } as Answer;
  });
  return {
    answers,
    authorities: random.whole(2) === 0 ? [nothing("example")] : [],
    rcode: random.whole(3) === 0 ? random.pick([1, 2, 2, 3, 3, 5, 9, 16]) : 0,
    isTruncated: random.whole(12) === 0,
    isSecure: random.whole(2) === 0,
    errors: random.whole(4) === 0 ? [{ code: random.whole(32), text: "why\u0000" }] : [],
  };
}

function randomBytes(random: Random, length: number): Buffer {
  return Buffer.from(Array.from({ length }, () => random.whole(256)));
}
