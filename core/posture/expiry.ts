import { certificateLeft } from "../change/certificate-left.ts";
import { finding, orGood, type Finding } from "./finding.ts";

/** What came of asking the registry of a domain (RDAP, RFC 9082 and 9083). */
export type RdapFetched =
  | { outcome: "fetched"; json: unknown }
  | { outcome: "no-service" } // the registry of this suffix offers none (RFC 9224)
  | { outcome: "not-found" }
  | { outcome: "too-often" } // it wants to be asked less often (status 429)
  | { outcome: "failed"; detail: string } // no answer, or none that makes sense
  | { outcome: "blocked" }; // we may not go there

/** `domain` is the registered one; `now` is epoch milliseconds. */
export type ExpirySeen = { domain: string; fetched: RdapFetched; now: number };

const DAY_MS = 86_400_000;
/** In these states a domain is taken out of the DNS, or about to be (RFC 8056 section 2). */
const HELD = new Set(["client hold", "server hold", "pending delete", "redemption period"]);
const MAX_ENTRIES = 100;

/** What there is to say of how long a domain is registered. */
export function expiry({ domain, fetched, now }: ExpirySeen): Finding[] {
  switch (fetched.outcome) {
    case "no-service":
      return [finding("expiry.unavailable", domain, { detail: "the registry answers no RDAP" })];
    case "not-found":
      return [finding("expiry.not-found", domain)];
    case "too-often":
      return [finding("expiry.untold", domain, { detail: "the registry was asked too often" })];
    case "failed":
      return [finding("expiry.untold", domain, { detail: fetched.detail })];
    case "blocked":
      return [finding("expiry.untold", domain, { detail: "we may not ask there" })];
    case "fetched":
      return ofAnswer(domain, fetched.json, now);
  }
}

/** When a registration ends by what RDAP answers (RFC 9083 section 4.5), in epoch milliseconds; null where it does not say. */
export function expiresAt(json: unknown): number | null {
  for (const event of listIn(json, "events")) {
    const { eventAction, eventDate } = event as { eventAction?: unknown; eventDate?: unknown };
    if (eventAction !== "expiration" || typeof eventDate !== "string") continue;
    const at = Date.parse(eventDate.slice(0, 40));
    if (!Number.isNaN(at)) return at;
  }
  return null;
}

function ofAnswer(domain: string, json: unknown, now: number): Finding[] {
  const at = expiresAt(json);
  const held = listIn(json, "status").filter((each): each is string => typeof each === "string" && HELD.has(each));
  const holds = held.map((detail) => finding("expiry.held", domain, { found: held, detail }));
  if (at === null) return [...holds, finding("expiry.unavailable", domain, { detail: "the registry does not say when it ends" })];
  const found = [`expiration: ${new Date(at).toISOString().slice(0, 10)}`];
  const leftMs = at - now;
  const { words } = certificateLeft(at, now);
  const told = (code: "expiry.over" | "expiry.near" | "expiry.soon") => [...holds, finding(code, domain, { found, detail: words })];
  if (leftMs < 0) return told("expiry.over");
  if (leftMs < 7 * DAY_MS) return told("expiry.near");
  if (leftMs < 30 * DAY_MS) return told("expiry.soon");
  return orGood(finding("expiry.good", domain, { found, detail: words }), holds);
}

/** The objects or texts of a list in an answer, some of them at most; none where there is no list. */
function listIn(json: unknown, key: "events" | "status"): unknown[] {
  if (typeof json !== "object" || json === null) return [];
  const list = (json as Record<string, unknown>)[key];
  return Array.isArray(list) ? list.slice(0, MAX_ENTRIES).filter((each) => each !== null && each !== undefined) : [];
}
