import { createSocket } from "node:dgram";
import { once } from "node:events";
import ipaddr from "ipaddr.js";

/** What a played DNS server says to one question: addresses, an error, or nothing at all. */
export type DnsAnswer = string[] | "nxdomain" | "servfail" | "refused" | "silence";
export type Family = "A" | "AAAA";

/** A DNS server on loopback. `address` is what goes among the DNS servers of a probe. */
export type PlayedDns = { address: string; questions: string[]; close(): Promise<void> };

const TYPES: Readonly<Record<number, Family>> = { 1: "A", 28: "AAAA" };
const RCODES = { nxdomain: 3, servfail: 2, refused: 5 } as const;
const HEADER_BYTES = 12;
const TTL_S = 0;

/** Answers each question by `zone`; an empty list of addresses is NODATA. */
export async function playDns(zone: (name: string, family: Family) => DnsAnswer): Promise<PlayedDns> {
  const questions: string[] = [];
  const socket = createSocket("udp4");
  socket.on("message", (query, client) => {
    const { name, family, end } = questionOf(query);
    questions.push(`${name} ${family}`);
    const answer = zone(name, family);
    if (answer !== "silence") socket.send(reply(query.subarray(0, end), answer), client.port, client.address);
  });
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  return {
    address: `127.0.0.1:${socket.address().port}`,
    questions,
    close: async () => {
      socket.close();
      await once(socket, "close");
    },
  };
}

/** RFC 1035 section 4.1.2: labels, each after its length, then type and class. */
function questionOf(query: Buffer): { name: string; family: Family; end: number } {
  const labels: string[] = [];
  let at = HEADER_BYTES;
  for (let length = query.readUInt8(at); length > 0; length = query.readUInt8(at)) {
    labels.push(query.toString("latin1", at + 1, at + 1 + length));
    at += 1 + length;
  }
  const family = TYPES[query.readUInt16BE(at + 1)];
  if (family === undefined) throw new Error(`Only A and AAAA are played, not type ${query.readUInt16BE(at + 1)}.`);
  return { name: labels.join("."), family, end: at + 5 };
}

/** RFC 1035 section 4.1.1 and 4.1.3; the owner name of each record points to the question's. */
function reply(question: Buffer, answer: Exclude<DnsAnswer, "silence">): Buffer {
  const addresses = Array.isArray(answer) ? answer : [];
  const header = Buffer.from(question.subarray(0, HEADER_BYTES));
  header.writeUInt16BE(0x8180 | (Array.isArray(answer) ? 0 : RCODES[answer]), 2);
  header.writeUInt16BE(addresses.length, 6);
  header.writeUInt32BE(0, 8);
  return Buffer.concat([header, question.subarray(HEADER_BYTES), ...addresses.map(record)]);
}

function record(address: string): Buffer {
  const bytes = Buffer.from(ipaddr.parse(address).toByteArray());
  const head = Buffer.alloc(HEADER_BYTES);
  head.writeUInt16BE(0xc000 | HEADER_BYTES, 0);
  head.writeUInt16BE(bytes.length === 4 ? 1 : 28, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt32BE(TTL_S, 6);
  head.writeUInt16BE(bytes.length, 10);
  return Buffer.concat([head, bytes]);
}
