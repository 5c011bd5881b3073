import type { DnsRecord } from "#core/dns/answer.ts";
import type { DnsQuestion } from "./question.ts";

/** Resolvers follow about as many themselves. */
export const MOST_ALIASES = 16;

/** Where aliases lead: the name at their end, how long all of them may be kept in seconds, and how many they are; or in a circle, or too far. */
type Followed = { canonical: string; ttlS: number; count: number } | "loop";

/** Follows the aliases (CNAME, RFC 1034 section 3.6.2) in an answer. Whoever asks for one wants it, and not where it leads. */
export function followAliases({ name, type }: DnsQuestion, records: readonly DnsRecord[]): Followed {
  const aliases = new Map<string, { target: string; ttlS: number }>();
  if (type !== "CNAME") {
    for (const record of records) if (record.type === "CNAME") aliases.set(record.name, { target: record.data, ttlS: record.ttlS });
  }
  let canonical = name;
  let ttlS = Infinity;
  for (let count = 0; count <= MOST_ALIASES; count += 1) {
    const alias = aliases.get(canonical);
    if (alias === undefined) return { canonical, ttlS, count };
    canonical = alias.target;
    ttlS = Math.min(ttlS, alias.ttlS);
  }
  return "loop"; // a circle never ends either
}
