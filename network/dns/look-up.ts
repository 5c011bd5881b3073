import { isUnanswered, type Looked, type Unanswered } from "#core/dns/answer.ts";
import { MOST_ALIASES } from "./follow-aliases.ts";
import type { DnsQuestion } from "./question.ts";
import { LOOP, type Reading } from "./read-answer.ts";

type Ask = (question: DnsQuestion) => Promise<Reading>;

/** Asks until a question has come to something: along aliases, and where a resolver does not know, whether that is why. */
export async function lookUp(question: DnsQuestion, ask: Ask): Promise<Looked> {
  const looked = await follow(question, ask);
  const isUnexplained = looked.outcome === "servfail" && looked.detail === null && question.type !== "CNAME";
  return isUnexplained ? lookForCircle(question.name, looked, ask) : looked;
}

/** Most resolvers follow aliases to their end; for one that does not, each of them is a question of its own. */
async function follow(question: DnsQuestion, ask: Ask): Promise<Looked> {
  const names = new Set([question.name]);
  let [ttlS, isSecure, count] = [Infinity, true, 0];
  for (let name = question.name; ;) {
    const reading = await ask({ name, type: question.type });
    if (isUnanswered(reading)) return reading;
    ttlS = Math.min(ttlS, reading.ttlS);
    isSecure &&= reading.isSecure;
    if (reading.outcome !== "alias") return { ...reading, ttlS, isSecure };
    name = reading.canonical;
    count += reading.count;
    if (names.has(name) || count > MOST_ALIASES) return LOOP;
    names.add(name);
  }
}

/** A resolver that was led in a circle only says that it failed; alias by alias it shows (RFC 1034 section 5.3.2 leaves it to us). */
async function lookForCircle(from: string, failure: Unanswered, ask: Ask): Promise<Unanswered> {
  const names = new Set([from]);
  for (let name = from; names.size <= MOST_ALIASES; names.add(name)) {
    const reading = await ask({ name, type: "CNAME" });
    const [alias] = reading.outcome === "found" ? reading.records : [];
    if (alias?.type !== "CNAME") return failure;
    name = alias.data;
    if (names.has(name)) break;
  }
  return LOOP;
}
