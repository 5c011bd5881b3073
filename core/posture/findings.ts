import { BIMI_WORDS } from "./words/bimi.ts";
import { CAA_WORDS } from "./words/caa.ts";
import { DANE_WORDS } from "./words/dane.ts";
import { DKIM_WORDS } from "./words/dkim.ts";
import { DMARC_WORDS } from "./words/dmarc.ts";
import { EXPIRY_WORDS } from "./words/expiry.ts";
import { MTA_STS_WORDS } from "./words/mta-sts.ts";
import { MX_WORDS } from "./words/mx.ts";
import { NAMES_WORDS } from "./words/names.ts";
import { REFUSALS_WORDS } from "./words/refusals.ts";
import { REVERSE_WORDS } from "./words/reverse.ts";
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
  ...MX_WORDS,
  ...SPF_WORDS,
  ...DKIM_WORDS,
  ...DMARC_WORDS,
  ...MTA_STS_WORDS,
  ...TLS_RPT_WORDS,
  ...DANE_WORDS,
  ...REVERSE_WORDS,
  ...NAMES_WORDS,
  ...BIMI_WORDS,
  ...CAA_WORDS,
  ...EXPIRY_WORDS,
  ...REFUSALS_WORDS,
} satisfies Record<`${Aspect}.${string}`, Words>;

/** Everything that can be found: the aspect, and what is so about it. */
export type FindingCode = keyof typeof BY_ASPECT;

/** Of each of them how good it is, what is wanted, why that matters, how to mend it, and the section that says so. */
export const FINDINGS: Record<FindingCode, Words> = BY_ASPECT;
