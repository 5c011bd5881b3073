import type { DomainRow } from "./row.ts";
import { POLICY } from "./well.ts";

const policy = (body: string) => ({ policy: { outcome: "fetched", body } as const });
const NEXT_KEYS = { "mx1.example.com": "c", "mx2.example.com": "a" };
const LEAF = "a".repeat(64);

/** Domains by MTA-STS, TLS reports, DANE, CAA and their registration. */
export const ENCRYPTION: readonly DomainRow[] = [
  {
    about: "a policy that tests",
    source: "RFC 8461 section 5",
    facts: policy(POLICY.replace("enforce", "testing")),
    found: ["mta-sts.testing"],
    verdict: "weak",
  },
  {
    about: "a policy that does not name a host",
    source: "RFC 8461 section 4.1",
    facts: policy(POLICY.replace("*.example.com", "mx1.example.com")),
    found: ["mta-sts.mx-uncovered"],
    verdict: "wrong",
  },
  {
    about: "a policy that is redirected",
    source: "RFC 8461 section 3.3",
    facts: { policy: { outcome: "redirect", status: 301, location: "https://www.example.com/" } },
    found: ["mta-sts.policy-redirect"],
    verdict: "wrong",
  },
  {
    about: "a policy behind a certificate that has expired",
    source: "RFC 8461 section 3.3",
    facts: { policy: { outcome: "certificate", detail: "it has expired" } },
    found: ["mta-sts.policy-certificate"],
    verdict: "wrong",
  },
  {
    about: "a policy without its age",
    source: "RFC 8461 section 3.2",
    facts: policy(POLICY.replace(/max_age.*/, "")),
    found: ["mta-sts.policy-syntax"],
    verdict: "wrong",
  },
  {
    about: "a policy that changed, and an id that did not",
    source: "RFC 8461 section 3.1",
    facts: { previous: { id: "20260101", policy: { mode: "testing", mx: ["*.example.com"], maxAgeS: 86_400 } } },
    found: ["mta-sts.id-stale"],
    verdict: "wrong",
  },
  {
    about: "a host that an enforced policy turns mail away from",
    source: "RFC 8461 section 4.2",
    facts: { tlsTrouble: { "mx2.example.com": "its certificate is for another name" } },
    found: ["mta-sts.mx-refused"],
    verdict: "wrong",
  },
  {
    about: "a destination of reports that is no address",
    source: "RFC 8460 section 3",
    records: { "_smtp._tls.example.com TXT": ["v=TLSRPTv1; rua=tls@example.com"] },
    found: ["tls-rpt.address"],
    verdict: "weak",
  },
  {
    about: "a key that no TLSA record is for",
    source: "RFC 7672 section 2.2",
    facts: { keys: NEXT_KEYS },
    found: ["dane.mismatch"],
    verdict: "wrong",
  },
  {
    about: "a key that no TLSA record is for, in a zone that is not signed",
    source: "RFC 7672 section 2.2",
    facts: { keys: NEXT_KEYS, signed: [] },
    found: ["dane.insecure", "dane.insecure"],
    verdict: "weak",
  },
  {
    about: "TLSA records for public authorities",
    source: "RFC 7672 section 3.1.3",
    records: { "_25._tcp.mx1.example.com TLSA": [`1 1 1 ${LEAF}`], "_25._tcp.mx2.example.com TLSA": [`0 0 1 ${LEAF}`] },
    found: ["dane.unusable", "dane.unusable"],
    verdict: "weak",
  },
  {
    about: "one TLSA record, and a certificate about to end",
    source: "RFC 7671 section 8.1",
    records: { "_25._tcp.mx1.example.com TLSA": [`3 1 1 ${LEAF}`] },
    facts: { daysLeft: 10 },
    found: ["dane.roll-over"],
    verdict: "weak",
  },
  {
    about: "signatures that do not hold",
    source: "RFC 7672 section 2.1.1",
    records: { "_25._tcp.mx2.example.com TLSA": "bogus" },
    found: ["dane.bogus"],
    verdict: "wrong",
  },
  {
    about: "an authority that may not issue again",
    source: "RFC 8659 section 4.2",
    records: { "mx2.example.com CAA": ["0 issue digicert.com"] },
    found: ["caa.refused"],
    verdict: "wrong",
  },
  {
    about: "a registration that ends within days",
    source: "RFC 9083 section 4.5",
    facts: {
      rdap: { outcome: "fetched", json: { events: [{ eventAction: "expiration", eventDate: "2026-01-05T00:00:00Z" }] } },
    },
    found: ["expiry.near"],
    verdict: "wrong",
  },
  {
    about: "a registry that does not tell",
    source: "RFC 9083 section 4.5",
    facts: { rdap: { outcome: "no-service" } },
    found: ["expiry.unavailable"],
    verdict: "note",
  },
];
