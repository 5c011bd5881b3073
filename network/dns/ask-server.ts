import { isUnanswered, type Unanswered } from "#core/dns/answer.ts";
import { askOverTcp } from "./ask-over-tcp.ts";
import { askOverUdp } from "./ask-over-udp.ts";
import type { ServerAddress } from "./dns-servers.ts";
import { makeQuery, type Heard, type Query } from "./exchange.ts";
import type { QueryForm } from "./query.ts";
import type { DnsQuestion } from "./question.ts";
import { readAnswer, type Reading } from "./read-answer.ts";

/** Takes a query to a server and brings back what it said, within so many ms. */
export type Send = (query: Query, limitMs: number) => Promise<Heard>;

/** What servers say that do not know EDNS, or not in this version (RFC 6891 section 7): FORMERR, NOTIMP, BADVERS. */
const KNOWS_NO_EDNS = [1, 4, 16];

const UNCHECKED = "it is answered only where the signatures are not checked";
const TOO_LARGE: Unanswered = { outcome: "too-large", detail: "the answer does not fit into a message over TCP" };

/** To a server at an address: over UDP, and over TCP what does not fit (RFC 7766 section 5). `onSent` is told of each of them. */
export function sendTo(server: ServerAddress, onSent: () => void): Send {
  return async (query, limitMs) => {
    const endsAtMs = performance.now() + limitMs;
    onSent();
    const heard = await askOverUdp(server, query, limitMs);
    if (!("message" in heard) || !heard.message.isTruncated) return heard;
    onSent();
    const whole = await askOverTcp(server, query, Math.max(0, endsAtMs - performance.now()));
    return "message" in whole && whole.message.isTruncated ? TOO_LARGE : whole;
  };
}

/**
 * Asks one server, within so many ms. A SERVFAIL without a reason may be about signatures: then what is unchecked is answered, and what is checked is
 * still not (RFC 4035 section 5.5).
 */
export async function askServer(send: Send, question: DnsQuestion, limitMs: number): Promise<Reading> {
  const endsAtMs = performance.now() + limitMs;
  const put = (isChecked: boolean) => putQuestion(send, question, isChecked, endsAtMs);
  const reading = await put(true);
  if (reading.outcome !== "servfail" || reading.detail !== null) return reading;
  if (isUnanswered(await put(false))) return reading;
  const again = await put(true);
  return again.outcome === "servfail" ? { outcome: "bogus", detail: UNCHECKED } : again;
}

async function putQuestion(send: Send, question: DnsQuestion, isChecked: boolean, endsAtMs: number): Promise<Reading> {
  const hear = (form: QueryForm) => send(makeQuery(question, form), Math.max(0, endsAtMs - performance.now()));
  let heard = await hear({ hasEdns: true, isChecked });
  if ("message" in heard && KNOWS_NO_EDNS.includes(heard.message.rcode)) heard = await hear({ hasEdns: false, isChecked });
  return "message" in heard ? readAnswer(question, heard.message) : heard;
}
