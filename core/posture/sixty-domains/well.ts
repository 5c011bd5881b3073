import { KEYS } from "./keys.ts";
import type { Facts, Zone } from "./row.ts";

export const POLICY = "version: STSv1\r\nmode: enforce\r\nmx: *.example.com\r\nmax_age: 2419200\r\n";

/** TLSA records for the key in use and for the next one. */
const TLSA = [`3 1 1 ${"a".repeat(64)}`, `3 1 1 ${"b".repeat(64)}`];

/** A domain of whose mail nothing but good is to be said. */
export const WELL: { zone: Zone; facts: Facts } = {
  zone: {
    "example.com A": ["203.0.114.80"],
    "example.com MX": ["10 mx1.example.com", "20 mx2.example.com"],
    "example.com TXT": ["v=spf1 mx include:_spf.relay.example -all", "site-verification=1"],
    "example.com CAA": ["0 issue letsencrypt.org"],
    "mx1.example.com A": ["203.0.114.1"],
    "mx2.example.com A": ["203.0.114.2"],
    "_25._tcp.mx1.example.com TLSA": TLSA,
    "_25._tcp.mx2.example.com TLSA": TLSA,
    "1.114.0.203.in-addr.arpa PTR": ["mx1.example.com"],
    "2.114.0.203.in-addr.arpa PTR": ["mx2.example.com"],
    "s1._domainkey.example.com TXT": [`v=DKIM1; k=rsa; p=${KEYS.rsa2048}`],
    "_dmarc.example.com TXT": ["v=DMARC1; p=reject; rua=mailto:dmarc@example.com"],
    "_mta-sts.example.com TXT": ["v=STSv1; id=20260101;"],
    "_smtp._tls.example.com TXT": ["v=TLSRPTv1; rua=mailto:tls@example.com"],
    "default._bimi.example.com TXT": ["v=BIMI1; l=https://example.com/logo.svg; a=https://example.com/logo.pem"],
    "_spf.relay.example TXT": ["v=spf1 ip4:203.0.115.0/24 -all"],
  },
  facts: {
    signed: ["example.com"],
    selectors: ["s1"],
    senders: ["203.0.114.1"],
    policy: { outcome: "fetched", body: POLICY },
    previous: null,
    tlsTrouble: {},
    said: {},
    keys: { "mx1.example.com": "a", "mx2.example.com": "a" },
    daysLeft: 60,
    issuer: "C=US, O=Let's Encrypt, CN=R11",
    rdap: { outcome: "fetched", json: { events: [{ eventAction: "expiration", eventDate: "2027-08-13T04:00:00Z" }] } },
  },
};
