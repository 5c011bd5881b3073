import { DANE_WORDS } from "./words/dane.ts";
import { DKIM_WORDS } from "./words/dkim.ts";
import { DMARC_WORDS } from "./words/dmarc.ts";
import { MTA_STS_WORDS } from "./words/mta-sts.ts";
import { REFUSALS_WORDS } from "./words/refusals.ts";
import { SPF_WORDS } from "./words/spf.ts";
import { TLS_RPT_WORDS } from "./words/tls-rpt.ts";
import type { Words } from "./words/words.ts";

/** What of a domain is looked at. */
export const ASPECTS = [
  "mx",
  "spf",
  "dkim",
  "dmarc",
  "mta-sts",
  "tls-rpt",
  "dane",
  "reverse",
  "names",
  "bimi",
  "caa",
  "expiry",
  "refusals",
] as const;
export type Aspect = (typeof ASPECTS)[number];

const BY_ASPECT = {
  ...SPF_WORDS,
  ...DKIM_WORDS,
  ...DMARC_WORDS,
  ...REFUSALS_WORDS,
  ...MTA_STS_WORDS,
  ...TLS_RPT_WORDS,
  ...DANE_WORDS,
} satisfies Record<`${Aspect}.${string}`, Words>;

/** Everything that can be found: the aspect, and what is so about it. */
export type FindingCode = keyof typeof BY_ASPECT;

/** Of each of them how good it is, what is wanted, why that matters, how to mend it, and the section that says so. */
export const FINDINGS: Record<FindingCode, Words> = BY_ASPECT;
