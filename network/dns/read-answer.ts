import type { DnsRecord, Looked, Unanswered } from "#core/dns/answer.ts";
import { followAliases } from "./follow-aliases.ts";
import type { DnsMessage } from "./message.ts";
import type { DnsQuestion } from "./question.ts";

/** What one message says to a question: what became of it, or only for which other name it stands, and how long that may be kept. */
export type Reading = Looked | { outcome: "alias"; canonical: string; count: number; ttlS: number; isSecure: boolean };

/** A name with more addresses than a whole message over UDP can hold is no mail server's; a message over TCP has room for twice as many. */
export const MOST_RECORDS = 2_048;

export const LOOP: Unanswered = { outcome: "loop", detail: "the aliases lead in a circle, or too far" };

const RCODES: Readonly<Record<number, string>> = { 1: "FORMERR", 4: "NOTIMP", 9: "NOTAUTH", 16: "BADVERS" };
const [NOERROR, SERVFAIL, NXDOMAIN, REFUSED] = [0, 2, 3, 5] as const;

/** Whether a message answers a question: a response with its id and the question in it, which an error may leave out (RFC 1035 section 7.3). */
export function isAnswerTo({ name, type }: DnsQuestion, id: number, message: DnsMessage): boolean {
  if (!message.isResponse || message.id !== id) return false;
  const [question, ...others] = message.questions;
  if (question === undefined) return message.rcode !== NOERROR && message.rcode !== NXDOMAIN;
  return others.length === 0 && question.name === name && question.type === type;
}

/** What a message says to its question, truncated or not. */
export function readAnswer(question: DnsQuestion, message: DnsMessage): Reading {
  const { rcode, explanations, isBogus, isSecure } = message;
  const detail = explanations.length === 0 ? null : explanations.join("; ");
  if (rcode === REFUSED) return { outcome: "refused", detail };
  if (rcode === SERVFAIL) return { outcome: isBogus ? "bogus" : "servfail", detail };
  if (rcode !== NOERROR && rcode !== NXDOMAIN) return { outcome: "servfail", detail: detail ?? RCODES[rcode] ?? `RCODE ${rcode}` };

  const followed = followAliases(question, message.records);
  if (followed === "loop") return LOOP;
  const { canonical, count } = followed;
  const records = message.records.filter(({ name, type }) => name === canonical && type === question.type);
  if (records.length > MOST_RECORDS) return { outcome: "too-large", detail: `${records.length} records` };
  if (rcode === NOERROR && records.length > 0) {
    return { outcome: "found", records, canonical, isSecure, ttlS: Math.min(followed.ttlS, ...records.map(ttlOf)) };
  }
  // A resolver that followed an alias to its end says whose the end is (RFC 2308 section 2.2); one that did not leaves that to us.
  if (rcode === NOERROR && count > 0 && message.negativeTtlS === null) {
    return { outcome: "alias", canonical, count, ttlS: followed.ttlS, isSecure };
  }
  // Nor is it for us to go on from server to server (RFC 2308 section 2.2).
  if (rcode === NOERROR && message.isReferral && message.negativeTtlS === null) {
    return { outcome: "refused", detail: "it only says which servers would know" };
  }
  const ttlS = Math.min(followed.ttlS, message.negativeTtlS ?? 0);
  return { outcome: rcode === NXDOMAIN ? "nxdomain" : "nodata", isSecure, ttlS };
}

function ttlOf({ ttlS }: DnsRecord): number {
  return ttlS;
}
