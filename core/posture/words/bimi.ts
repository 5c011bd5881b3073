import type { Words } from "./words.ts";

const DRAFT = "draft-brand-indicators-for-message-identification";

/** What there is to say of BIMI. */
export const BIMI_WORDS = {
  "bimi.good": {
    verdict: "good",
    says: "BIMI shows a logo",
    wanted: "An SVG over https, and a certificate for it.",
    why: "Some mailboxes show the logo beside mail that passes DMARC.",
    mend: "Nothing to do.",
    source: `${DRAFT} section 4`,
  },
  "bimi.absent": {
    verdict: "note",
    says: "No BIMI record",
    wanted: "A record where a logo should be shown.",
    why: "It changes nothing about whether mail arrives.",
    mend: "Nothing to do, unless you want a logo: v=BIMI1; l=https://example.com/logo.svg; a=https://example.com/logo.pem",
    source: `${DRAFT} section 4`,
  },
  "bimi.several": {
    verdict: "weak",
    says: "More than one BIMI record",
    wanted: "Exactly one record that begins with v=BIMI1.",
    why: "With two records no logo is shown.",
    mend: "Keep one record and delete the others.",
    source: `${DRAFT} section 7`,
  },
  "bimi.syntax": {
    verdict: "weak",
    says: "BIMI record cannot be read",
    wanted: "v=BIMI1; l=https://example.com/logo.svg; a=https://example.com/logo.pem",
    why: "No logo is shown.",
    mend: "Correct it: {detail}.",
    source: `${DRAFT} section 4.2`,
  },
  "bimi.declined": {
    verdict: "note",
    says: "The domain wants no logo, on purpose",
    wanted: "An empty l= where no logo should be shown.",
    why: "Mailboxes show none, not even one of their own finding.",
    mend: "Nothing to do, unless a logo should be shown.",
    source: `${DRAFT} section 4.2`,
  },
  "bimi.logo": {
    verdict: "weak",
    says: "BIMI logo is not an SVG over https",
    wanted: "l= with an https:// address of an SVG (profile SVG Tiny PS).",
    why: "Mailboxes fetch nothing else: {detail} is not shown.",
    mend: "Put the logo as SVG on a web server with https, and name that.",
    source: `${DRAFT} section 4.2`,
  },
  "bimi.no-evidence": {
    verdict: "note",
    says: "BIMI has no certificate for its logo",
    wanted: "a= with the address of a mark certificate (VMC or CMC).",
    why: "Large mailboxes show only logos with one.",
    mend: "Get a mark certificate, and name its address in a=.",
    source: `${DRAFT} section 4.2`,
  },
  "bimi.evidence": {
    verdict: "weak",
    says: "BIMI certificate is not at an https address",
    wanted: "a= with an https:// address.",
    why: "{detail} is not fetched, so the logo is not shown where a certificate is wanted.",
    mend: "Put the certificate on a web server with https, and name that.",
    source: `${DRAFT} section 4.2`,
  },
  "bimi.dmarc": {
    verdict: "weak",
    says: "BIMI counts for nothing without DMARC",
    wanted: "p=quarantine or p=reject in DMARC.",
    why: "Mailboxes show the logo only of domains that cannot be forged, and DMARC says {detail}.",
    mend: "Make DMARC stricter first.",
    source: `${DRAFT} section 7`,
  },
  "bimi.untold": {
    verdict: "unknown",
    says: "BIMI could not be looked up",
    wanted: "An answer to the TXT question at {subject}.",
    why: "Mailboxes that get no answer either show no logo.",
    mend: "Look whether the name servers of the domain answer: {detail}.",
    source: `${DRAFT} section 7`,
  },
} satisfies Record<`bimi.${string}`, Words>;
