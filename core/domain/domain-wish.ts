import { DENIED } from "../monitor/deny-list.ts";
import { domainTargetSchema, type DomainTarget } from "./domain-target.ts";
import { DOMAIN_TIME_LIMIT_S } from "./parse-domain-form.ts";

/** What is looked at where somebody only names a domain, or an address in it; `timeLimitS` is how long that may take. */
export type DomainWish = { ok: true; target: DomainTarget; timeLimitS: number } | { ok: false; error: string };

/** Reads the one field of "check my domain". */
export function readDomainWish(typed: string, ehloName: string): DomainWish {
  const parsed = domainTargetSchema.safeParse({ kind: "domain", host: typed, ehloName });
  if (parsed.success) return { ok: true, target: parsed.data, timeLimitS: DOMAIN_TIME_LIMIT_S };
  return { ok: false, error: parsed.error.issues[0]!.message };
}

/** Why a domain that was named well is not checked now. */
export const DOMAIN_REFUSALS = {
  "too-many": "Your team has checked many domains and servers within a minute. Wait a little, then try again.",
  "out-of-bounds": "This domain may not be checked from here.",
  denied: DENIED,
  withheld:
    "Your team has as much looked at as it may, or is frozen. Prove the domain (Settings, Domains), or ask whoever runs this service.",
  "viewers-look": "You can look at this team but not check anything for it. Ask an owner or admin of the team for more rights.",
} as const;
export type DomainRefusal = keyof typeof DOMAIN_REFUSALS;

/** Where the field stands with what was typed, and with why it was refused. */
export function checkDomainHref(typed: string, refused?: DomainRefusal): string {
  return `/domains/check?${new URLSearchParams({ domain: typed, ...(refused && { refused }) })}`;
}
