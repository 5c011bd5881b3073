import { KEYS } from "./keys.ts";
import type { DomainRow } from "./row.ts";

const dkim = (text: string) => ({ "s1._domainkey.example.com TXT": [text] });
const dmarc = (text: string) => ({ "_dmarc.example.com TXT": [text] });
const RUA = "rua=mailto:dmarc@example.com";

/** Domains by DKIM, DMARC and BIMI. */
export const SIGNATURES: readonly DomainRow[] = [
  {
    about: "an Ed25519 key",
    source: "RFC 8463 section 4",
    records: dkim(`v=DKIM1; k=ed25519; p=${KEYS.ed25519}`),
    found: [],
    verdict: "good",
  },
  {
    about: "a selector without a key",
    source: "RFC 6376 section 3.6.2",
    records: { "s1._domainkey.example.com TXT": null },
    found: ["dkim.absent"],
    verdict: "wrong",
  },
  {
    about: "a key that is revoked",
    source: "RFC 6376 section 3.6.1",
    records: dkim("v=DKIM1; p="),
    found: ["dkim.revoked"],
    verdict: "wrong",
  },
  {
    about: "a key of 512 bits",
    source: "RFC 8301 section 3.2",
    records: dkim(`v=DKIM1; p=${KEYS.rsa512}`),
    found: ["dkim.key-short"],
    verdict: "wrong",
  },
  {
    about: "a key of 1,024 bits",
    source: "RFC 8301 section 3.2",
    records: dkim(`v=DKIM1; p=${KEYS.rsa1024}`),
    found: ["dkim.key-weak"],
    verdict: "weak",
  },
  {
    about: "a key that lost its end",
    source: "RFC 6376 section 3.6.1",
    records: dkim(`v=DKIM1; p=${KEYS.rsa2048.slice(0, 255)}`),
    found: ["dkim.key-broken"],
    verdict: "wrong",
  },
  {
    about: "a key for SHA-1 only, in test mode",
    source: "RFC 8301 section 3.1",
    records: dkim(`v=DKIM1; h=sha1; t=y; p=${KEYS.rsa2048}`),
    found: ["dkim.hash", "dkim.test-mode"],
    verdict: "wrong",
  },
  {
    about: "no DMARC, and so no logo",
    source: "RFC 7489 section 6.6.3",
    records: { "_dmarc.example.com TXT": null },
    found: ["dmarc.absent", "bimi.dmarc"],
    verdict: "weak",
  },
  {
    about: "two DMARC records",
    source: "RFC 7489 section 6.6.3",
    records: { "_dmarc.example.com TXT": [`v=DMARC1; p=reject; ${RUA}`, "v=DMARC1; p=none"] },
    found: ["dmarc.several", "bimi.dmarc"],
    verdict: "wrong",
  },
  {
    about: "DMARC that only watches",
    source: "RFC 7489 section 6.3",
    records: dmarc(`v=DMARC1; p=none; ${RUA}`),
    found: ["dmarc.none", "bimi.dmarc"],
    verdict: "weak",
  },
  {
    about: "DMARC for the half, and not for subdomains",
    source: "RFC 9989 section 4.7",
    records: dmarc(`v=DMARC1; p=reject; sp=none; pct=50; ${RUA}`),
    found: ["dmarc.subdomains", "dmarc.share", "dmarc.tag-dropped"],
    verdict: "weak",
  },
  {
    about: "reports to somebody who did not agree",
    source: "RFC 7489 section 7.1",
    records: dmarc("v=DMARC1; p=reject; rua=mailto:a@reports.example.net"),
    found: ["dmarc.report-refused"],
    verdict: "weak",
  },
  {
    about: "reports to somebody who agreed",
    source: "RFC 7489 section 7.1",
    records: {
      ...dmarc("v=DMARC1; p=reject; rua=mailto:a@reports.example.net"),
      "example.com._report._dmarc.reports.example.net TXT": ["v=DMARC1"],
    },
    found: [],
    verdict: "good",
  },
  {
    about: "a logo that is a picture",
    source: "draft-brand-indicators-for-message-identification section 4.2",
    records: { "default._bimi.example.com TXT": ["v=BIMI1; l=https://example.com/logo.png"] },
    found: ["bimi.logo", "bimi.no-evidence"],
    verdict: "weak",
  },
];
