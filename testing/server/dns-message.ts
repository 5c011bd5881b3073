import ipaddr from "ipaddr.js";

export type Family = "A" | "AAAA";

/**
 * What a played DNS server says to one question: addresses, at the end of a chain of other names or not, an error, bytes that are no
 * answer, or nothing at all.
 */
export type DnsAnswer =
  | string[]
  | { aliases: string[]; addresses: string[] }
  | "nxdomain"
  | "servfail"
  | "refused"
  | "garbage"
  | "silence";

/** Which hosts take the mail of a name, each after its preference, `["10 mx1.example"]`; `["0 ."]` says that none does. */
export type MailAnswer = string[] | "nxdomain" | "servfail" | "refused" | "silence";

type QuestionType = Family | "NS" | "CNAME" | "MX" | "TXT";

/** One question (RFC 1035 section 4.1.2). `type` is null for one that is not played; `bytes` is the query up to its end. */
export type DnsQuestion = { name: string; type: QuestionType | null; bytes: Buffer };

const TYPES: Readonly<Record<number, QuestionType>> = { 1: "A", 2: "NS", 5: "CNAME", 15: "MX", 16: "TXT", 28: "AAAA" };
const [A, NS, CNAME, MX, TXT, AAAA] = [1, 2, 5, 15, 16, 28] as const;
const RCODES = { nxdomain: 3, servfail: 2, refused: 5 } as const;
const HEADER_BYTES = 12;
const RECORD_BYTES = 10;
const QUERIED_NAME = Buffer.from([0xc0, HEADER_BYTES]);
const TTL_S = 0;
const TRUNCATED = 0x0200;

/** Labels, each after its length, then type and class. */
export function readQuestion(query: Buffer): DnsQuestion {
  const labels: string[] = [];
  let at = HEADER_BYTES;
  for (let length = query.readUInt8(at); length > 0; length = query.readUInt8(at)) {
    labels.push(query.toString("latin1", at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { name: labels.join("."), type: TYPES[query.readUInt16BE(at + 1)] ?? null, bytes: query.subarray(0, at + 5) };
}

/** The answer as one message. What is longer than `mostBytes` says that it is cut off, and holds nothing (RFC 2181 section 9). */
export function writeAnswer(question: DnsQuestion, answer: Exclude<DnsAnswer, "silence">, mostBytes: number): Buffer {
  if (answer === "garbage") return Buffer.concat([question.bytes.subarray(0, 2), Buffer.from("no DNS message at all")]);
  if (typeof answer === "string") return message(question, RCODES[answer], []);
  const { aliases, addresses } = Array.isArray(answer) ? { aliases: [], addresses: answer } : answer;
  const owners = [QUERIED_NAME, ...aliases.map(writeName)];
  const records = [
    ...aliases.map((alias, at) => record(owners[at]!, CNAME, writeName(alias))),
    ...addresses.map((address) => addressRecord(aliases.length === 0 ? QUERIED_NAME : owners.at(-1)!, address)),
  ];
  const whole = message(question, 0, records);
  return whole.length <= mostBytes ? whole : message(question, TRUNCATED, []);
}

/** The answer to who serves the root. */
export function writeRoot(question: DnsQuestion): Buffer {
  return message(question, 0, [record(Buffer.from([0]), NS, writeName("a.root-servers.example"))]);
}

/** The answer to which name a name stands for: as that of its addresses has it, and nothing where it stands for itself. */
export function writeAlias(question: DnsQuestion, answer: Exclude<DnsAnswer, "silence" | "garbage">): Buffer {
  if (typeof answer === "string") return message(question, RCODES[answer], []);
  const aliases = Array.isArray(answer) ? [] : answer.aliases.slice(0, 1);
  return message(
    question,
    0,
    aliases.map((alias) => record(QUERIED_NAME, CNAME, writeName(alias))),
  );
}

/** The answer of MX records (RFC 1035 section 3.3.9). */
export function writeExchanges(question: DnsQuestion, answer: Exclude<MailAnswer, "silence">): Buffer {
  if (typeof answer === "string") return message(question, RCODES[answer], []);
  const records = answer.map((each) => {
    const [preference = "", host = ""] = each.split(" ");
    const data = Buffer.alloc(2);
    data.writeUInt16BE(Number(preference));
    return record(QUERIED_NAME, MX, Buffer.concat([data, host === "." ? Buffer.from([0]) : writeName(host)]));
  });
  return message(question, 0, records);
}

/** The answer of TXT records, each in its pieces (RFC 1035 section 3.3.14). */
export function writeTexts(question: DnsQuestion, records: readonly (readonly string[])[]): Buffer {
  return message(
    question,
    records.length === 0 ? RCODES.nxdomain : 0,
    records.map((pieces) => record(QUERIED_NAME, TXT, writeText(pieces))),
  );
}

/** RFC 1035 section 4.1.1: the question's id, "this is a response, recursion was wanted and is available", and how many records there are. */
function message({ bytes }: DnsQuestion, flags: number, records: Buffer[]): Buffer {
  const header = Buffer.from(bytes.subarray(0, HEADER_BYTES));
  header.writeUInt16BE(0x8180 | flags, 2);
  header.writeUInt16BE(records.length, 6);
  header.writeUInt32BE(0, 8);
  return Buffer.concat([header, bytes.subarray(HEADER_BYTES), ...records]);
}

/** RFC 1035 section 4.1.3. */
function record(owner: Buffer, type: number, data: Buffer): Buffer {
  const head = Buffer.alloc(RECORD_BYTES);
  head.writeUInt16BE(type, 0);
  head.writeUInt16BE(1, 2);
  head.writeUInt32BE(TTL_S, 4);
  head.writeUInt16BE(data.length, 8);
  return Buffer.concat([owner, head, data]);
}

function addressRecord(owner: Buffer, address: string): Buffer {
  const bytes = Buffer.from(ipaddr.parse(address).toByteArray());
  return record(owner, bytes.length === 4 ? A : AAAA, bytes);
}

function writeName(name: string): Buffer {
  const labels = name.split(".").map((label) => Buffer.concat([Buffer.from([label.length]), Buffer.from(label, "latin1")]));
  return Buffer.concat([...labels, Buffer.from([0])]);
}

function writeText(pieces: readonly string[]): Buffer {
  return Buffer.concat(pieces.flatMap((piece) => [Buffer.from([piece.length]), Buffer.from(piece, "latin1")]));
}
