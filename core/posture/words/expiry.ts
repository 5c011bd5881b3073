import type { Words } from "./words.ts";

const WANTED = "A registration that is renewed by itself, months ahead.";
const WHY = "When a registration ends, the domain leaves the DNS: all mail to it comes back, and somebody else can take it.";

/** What there is to say of how long a domain is registered. */
export const EXPIRY_WORDS = {
  "expiry.good": {
    verdict: "good",
    says: "The domain is registered: {detail}",
    wanted: WANTED,
    why: WHY,
    mend: "Nothing to do.",
    source: "RFC 9083 section 4.5",
  },
  "expiry.soon": {
    verdict: "weak",
    says: "The registration ends soon: {detail}",
    wanted: WANTED,
    why: WHY,
    mend: "Look at your registrar whether it renews the domain by itself.",
    source: "RFC 9083 section 4.5",
  },
  "expiry.near": {
    verdict: "wrong",
    says: "The registration ends within days: {detail}",
    wanted: WANTED,
    why: WHY,
    mend: "Renew the domain at your registrar now.",
    source: "RFC 9083 section 4.5",
  },
  "expiry.over": {
    verdict: "wrong",
    says: "The registration has ended: {detail}",
    wanted: WANTED,
    why: WHY,
    mend: "Renew the domain at your registrar at once; for some weeks that is still possible.",
    source: "RFC 9083 section 4.5",
  },
  "expiry.held": {
    verdict: "wrong",
    says: "The registry holds the domain: {detail}",
    wanted: "No hold and no deletion among its states.",
    why: "In this state the domain is not in the DNS, or will soon not be.",
    mend: "Ask your registrar why, most often a bill or a confirmation of an address is open.",
    source: "RFC 9083 section 4.6, RFC 8056 section 2",
  },
  "expiry.not-found": {
    verdict: "unknown",
    says: "The registry does not know {subject}",
    wanted: WANTED,
    why: "It may be registered under another name above, or not at all.",
    mend: "Look it up at your registrar.",
    source: "RFC 9083 section 6",
  },
  "expiry.unavailable": {
    verdict: "note",
    says: "When the registration ends is not available",
    wanted: WANTED,
    why: "Not every registry tells: {detail}.",
    mend: "Look it up at your registrar, and have it renewed by itself.",
    source: "RFC 9083 section 4.5",
  },
  "expiry.untold": {
    verdict: "unknown",
    says: "The registry could not be asked",
    wanted: WANTED,
    why: WHY,
    mend: "We ask again later: {detail}.",
    source: "RFC 9083 section 4.5",
  },
} satisfies Record<`expiry.${string}`, Words>;
