import { randomInt } from "node:crypto";
import type { Unanswered } from "#core/dns/answer.ts";
import type { DnsMessage } from "./message.ts";
import { writeQuery, type QueryForm } from "./query.ts";
import type { DnsQuestion } from "./question.ts";

/** A question as it goes out, under an id that nobody can guess (RFC 5452 section 9.2). */
export type Query = { id: number; question: DnsQuestion; bytes: Buffer };

/** What came back: a message that answers the query, or why none did. */
export type Heard = { message: DnsMessage } | Unanswered;

/** The most there is in one message (RFC 1035 section 4.2.2). */
export const MOST_BYTES = 65_535;

/** Puts a question into a message of its own. */
export function makeQuery(question: DnsQuestion, form: QueryForm): Query {
  const id = randomInt(0x1_0000);
  return { id, question, bytes: writeQuery(id, question, form) };
}
