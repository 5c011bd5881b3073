import fc from "fast-check";
import { expect, test } from "vitest";
import type { Looked } from "../dns/answer.ts";
import { bimi } from "./bimi.ts";
import { dkim } from "./dkim.ts";
import { dmarc } from "./dmarc.ts";
import { wordsOf, type Finding } from "./finding.ts";
import { mtaSts } from "./mta-sts.ts";
import { names } from "./names.ts";
import { spf } from "./spf.ts";
import { tlsRpt } from "./tls-rpt.ts";

const PIECES = [
  "v=spf1 ",
  "v=DMARC1;",
  "v=DKIM1;",
  "v=STSv1;",
  "v=TLSRPTv1;",
  "v=BIMI1;",
  "p=reject",
  "rua=mailto:",
  "include:",
  "%{",
  "ip4:",
  "all",
  ";",
  " ",
  "=",
  "\u0000",
  "\u202e",
  "\u001b[2J",
  "\u0085",
  "\ud800",
  "{subject}",
];
const texts = fc.oneof(
  fc
    .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: "binary", maxLength: 8 })), { maxLength: 40 })
    .map((pieces) => pieces.join("")),
  fc
    .tuple(fc.constantFrom(...PIECES), fc.constantFrom(...PIECES), fc.integer({ min: 1, max: 4000 }))
    .map(([start, piece, times]) => start + piece.repeat(times)),
);

const foundBy = (text: string): Finding[] => {
  const answer: Looked<"TXT"> = {
    outcome: "found",
    records: [{ type: "TXT", name: "example.com", ttlS: 300, data: text }],
    canonical: "example.com",
    isSecure: false,
    ttlS: 300,
  };
  const domain = "example.com";
  return [
    ...spf({ tree: { name: domain, answer, includes: [], hosts: [] }, senders: ["192.0.2.1"] }),
    ...dkim({ domain, keys: [{ selector: "s1", answer }] }),
    ...dmarc({ domain, policies: [{ of: domain, answer }], consents: [{ name: domain, answer }] }),
    ...mtaSts({
      domain,
      answer,
      fetched: { outcome: "fetched", body: text },
      mx: [{ host: domain, tlsTrouble: text }],
      previous: null,
    }),
    ...tlsRpt({ domain, answer }),
    ...bimi({ domain, answer, policy: "reject" }),
    ...names({ host: domain, address: "192.0.2.1", banner: text, ehlo: text, ours: domain, forward: null }),
  ];
};

test("whatever is published, something short is said of it that holds no control character", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const findings = foundBy(text);
      expect(new Set(findings.map(({ aspect }) => aspect)).size).toBe(7);
      for (const finding of findings) {
        const said = [
          finding.subject,
          ...finding.found,
          finding.detail ?? "",
          finding.publish?.value ?? "",
          ...Object.values(wordsOf(finding)),
        ];
        expect(said.join("")).not.toMatch(/[\p{Cc}\u202e]/u);
      }
      expect(JSON.stringify(findings).length).toBeLessThan(200_000);
    }),
    { numRuns: 300 },
  );
});
