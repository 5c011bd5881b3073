import type { DomainRow } from "./row.ts";

const spf = (text: string) => ({ "example.com TXT": [text] });

/** Domains by their SPF. */
export const WHO_MAY_SEND: readonly DomainRow[] = [
  {
    about: "no SPF",
    source: "RFC 7208 section 3",
    records: { "example.com TXT": ["site-verification=1"] },
    found: ["spf.absent"],
    verdict: "weak",
  },
  {
    about: "two SPF records",
    source: "RFC 7208 section 4.5",
    records: { "example.com TXT": ["v=spf1 mx -all", "v=spf1 include:_spf.relay.example -all"] },
    found: ["spf.several"],
    verdict: "wrong",
  },
  {
    about: "an address range that is none",
    source: "RFC 7208 section 4.6",
    records: spf("v=spf1 mx ip4:203.0.114.0/33 -all"),
    found: ["spf.syntax", "spf.sender-fails"],
    verdict: "wrong",
  },
  {
    about: "everybody may send",
    source: "RFC 7208 section 5.1",
    records: spf("v=spf1 mx +all"),
    found: ["spf.pass-all"],
    verdict: "wrong",
  },
  {
    about: "nothing is said of others",
    source: "RFC 7208 section 8.2",
    records: spf("v=spf1 mx ?all"),
    found: ["spf.neutral-all"],
    verdict: "weak",
  },
  { about: "no end", source: "RFC 7208 section 4.7", records: spf("v=spf1 mx"), found: ["spf.no-all"], verdict: "weak" },
  {
    about: "eleven lookups",
    source: "RFC 7208 section 4.6.4",
    records: spf(`v=spf1 mx ${Array.from({ length: 10 }, () => "include:_spf.relay.example").join(" ")} -all`),
    found: ["spf.lookups"],
    verdict: "wrong",
  },
  {
    about: "three names that are not there",
    source: "RFC 7208 section 4.6.4",
    records: spf("v=spf1 mx a:a.example a:b.example a:c.example -all"),
    found: ["spf.void-lookups"],
    verdict: "wrong",
  },
  {
    about: "an include that leads back",
    source: "RFC 7208 section 4.6.4",
    records: { "_spf.relay.example TXT": ["v=spf1 include:example.com -all"] },
    found: ["spf.loop"],
    verdict: "wrong",
  },
  {
    about: "an include of a domain without a record",
    source: "RFC 7208 section 5.2",
    records: { "_spf.relay.example TXT": null },
    found: ["spf.include-missing"],
    verdict: "wrong",
  },
  {
    about: "a redirect to a domain without a record",
    source: "RFC 7208 section 6.1",
    records: spf("v=spf1 mx redirect=gone.example"),
    found: ["spf.redirect-missing"],
    verdict: "wrong",
  },
  {
    about: "senders known by their names",
    source: "RFC 7208 section 5.5",
    records: spf("v=spf1 mx ptr:example.com -all"),
    found: ["spf.ptr"],
    verdict: "weak",
  },
  {
    about: "a sender that is not listed",
    source: "RFC 7208 section 8",
    records: spf("v=spf1 include:_spf.relay.example -all"),
    found: ["spf.sender-fails"],
    verdict: "wrong",
  },
  {
    about: "a sender of whom only a message decides",
    source: "RFC 7208 section 7",
    records: spf("v=spf1 exists:%{ir}.%{v}._spf.example.com -all"),
    found: ["spf.sender-untold"],
    verdict: "unknown",
  },
];
