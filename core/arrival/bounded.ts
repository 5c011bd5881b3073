import { shortened } from "../text/shortened.ts";
import { visibleText } from "../text/visible-text.ts";
import type { AuthenticationResults } from "./authentication-results.ts";

/** What is kept of what strangers wrote into a message. */
const CHARACTERS = 300;
const ENTRIES = 30;
/** Of a way more: servers see a loop at a hundred hops at the latest (RFC 5321 section 6.3). */
export const MOST_HOPS = 100;

/** What a verdict may have looked at, as RFC 8601 registers it, and Microsoft's two. Anything could stand before an equals sign. */
const PROPERTIES = new Set([
  "smtp.mailfrom",
  "smtp.helo",
  "smtp.auth",
  "smtp.remote-ip",
  "smtp.client-ip",
  "header.from",
  "header.d",
  "header.i",
  "header.s",
  "header.a",
  "header.b",
  "header.oldest-pass",
  "policy.iprev",
  "policy.dmarc",
  "policy.published-domain-policy",
  "policy.evaluated-disposition",
  "reason",
  "action",
]);

/** The same, with each text in it fit to be shown and at most 300 characters long, and each list at most `entries` long. Bytes of the wire are Latin-1. */
export function bounded<Value>(value: Value, entries = ENTRIES): Value {
  if (typeof value === "string") return shortened(visibleText(value), CHARACTERS) as Value;
  if (Array.isArray(value)) return value.slice(0, entries).map((each) => bounded(each)) as Value;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, bounded(each)])) as Value;
}

/** What servers wrote, with those properties of a verdict that are known. */
export function withKnownProperties(theirs: readonly AuthenticationResults[]): AuthenticationResults[] {
  return theirs.map(({ verdicts, ...written }) => ({
    ...written,
    verdicts: verdicts.map((verdict) => ({
      ...verdict,
      properties: Object.fromEntries(Object.entries(verdict.properties).filter(([name]) => PROPERTIES.has(name))),
    })),
  }));
}
