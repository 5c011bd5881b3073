import { AUTHENTIC_DATA, CHECKING_DISABLED, DNSSEC_OK, encode, RECURSION_DESIRED, type Answer } from "dns-packet";
import type { DnsQuestion } from "./question.ts";

/** How a question is put: with EDNS(0), or to a server that does not know it; and whether its signatures are to be checked. */
export type QueryForm = { hasEdns: boolean; isChecked: boolean };

/** What no network cuts into pieces, and no resolver therefore need send in pieces (DNS flag day 2020, RFC 9715 section 3). */
const UDP_BYTES = 1_232;

const OPT = { type: "OPT", name: ".", udpPayloadSize: UDP_BYTES, extendedRcode: 0, ednsVersion: 0, flags: DNSSEC_OK, options: [] };

/**
 * One question as a message (RFC 1035 section 4) to a resolver that is to do the work. It asks for what DNSSEC says of the answer by DO (RFC 3225) and
 * AD (RFC 6840 section 5.7); without checking it says CD (RFC 4035 section 3.2.2).
 */
export function writeQuery(id: number, { name, type }: DnsQuestion, { hasEdns, isChecked }: QueryForm): Buffer {
  return encode({
    type: "query",
    id,
    flags: RECURSION_DESIRED | AUTHENTIC_DATA | (isChecked ? 0 : CHECKING_DISABLED),
    questions: [{ type, name: name === "" ? "." : name }],
    additionals: hasEdns ? [OPT as unknown as Answer] : [],
  });
}
