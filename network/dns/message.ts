import { decode, type Answer, type DecodedPacket } from "dns-packet";
import type { DnsRecord } from "#core/dns/answer.ts";
import { explanationsOf } from "./extended-error.ts";
import { framedBytes } from "./framed-bytes.ts";
import { nameOf, readRecord } from "./record.ts";

/** What a message says, as far as it is looked at (RFC 1035 section 4). */
export type DnsMessage = {
  id: number;
  isResponse: boolean;
  isTruncated: boolean;
  /** The AD bit. */
  isSecure: boolean;
  /** With the upper bits that EDNS adds (RFC 6891 section 6.1.3). */
  rcode: number;
  questions: { name: string; type: string }[];
  /** Of the types that are asked for. */
  records: DnsRecord[];
  /** How long it may be kept that there is nothing, in seconds (RFC 2308 section 5); null where the message does not say so. */
  negativeTtlS: number | null;
  /** Whether it only says who would know. */
  isReferral: boolean;
  /** Extended DNS Errors in words (RFC 8914). */
  explanations: string[];
  /** Whether one of them says that the signatures do not hold. */
  isBogus: boolean;
};

/** Reads a message. Null for bytes that are none, or more or less than one. */
export function readMessage(bytes: Buffer): DnsMessage | null {
  try {
    if (framedBytes(bytes) !== bytes.length) return null;
    const packet = decode(bytes);
    // Each part is read by what it should be long: where that is not as long as the message says it is, it is not what it says.
    return decode.bytes === bytes.length ? toMessage(packet) : null;
  } catch {
    return null; // the only thing dns-packet throws for is bytes that make no sense
  }
}

function toMessage(packet: DecodedPacket): DnsMessage {
  const opt = packet.additionals?.find((answer) => answer.type === "OPT");
  const { texts, isBogus } = explanationsOf(opt?.options ?? []);
  return {
    id: packet.id!,
    isResponse: packet.flag_qr,
    isTruncated: packet.flag_tc,
    isSecure: packet.flag_ad,
    rcode: (packet.flags! & 0xf) | ((opt?.extendedRcode ?? 0) << 4),
    questions: packet.questions!.map(({ name, type }) => ({ name: nameOf(name), type })),
    records: packet.answers!.map(readRecord).filter((record) => record !== null),
    negativeTtlS: negativeTtlOf(packet.authorities!),
    isReferral: packet.authorities!.some(({ type }) => type === "NS"),
    explanations: texts,
    isBogus,
  };
}

function negativeTtlOf(authorities: readonly Answer[]): number | null {
  const soa = authorities.map(readRecord).find((record) => record?.type === "SOA");
  return soa?.type === "SOA" ? Math.min(soa.ttlS, soa.data.minimumS) : null;
}
