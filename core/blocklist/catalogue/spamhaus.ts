import type { Code, DnsList } from "../dns-list.ts";

const OPERATOR = "The Spamhaus Project";
const TERMS = {
  says: "Free for small, non-commercial use from a resolver of your own; everybody else takes a key of the Data Query Service.",
  url: "https://www.spamhaus.org/blocklists/dnsbl-fair-use-policy/",
};
const DELIST = "https://check.spamhaus.org/";
const KEY_URL = "https://www.spamhaus.com/product/data-query-service/";

/** The PBL is no accusation: its networks say themselves that no mail comes from there. Yet who sends from one is refused. */
const PBL: Code = { says: "PBL: no mail should come from this network, says who runs it", weight: "light" };

/** Codes: docs.spamhaus.com, "Available zones". */
export const SPAMHAUS: readonly DnsList[] = [
  {
    id: "spamhaus-zen",
    name: "Spamhaus ZEN",
    zone: "zen.spamhaus.org",
    keyed: { zone: "{key}.zen.dq.spamhaus.net", url: KEY_URL },
    operator: OPERATOR,
    holds: ["ipv4", "ipv6"],
    weight: "heavy",
    why: "The list most mail servers refuse mail by.",
    codes: {
      by: "address",
      known: {
        "127.0.0.2": { says: "SBL: sends, hosts or supports spam" },
        "127.0.0.3": { says: "CSS: sends spam, found automatically" },
        "127.0.0.4": { says: "XBL: infected, or an open proxy" },
        "127.0.0.5": { says: "XBL: infected, or an open proxy" },
        "127.0.0.6": { says: "XBL: infected, or an open proxy" },
        "127.0.0.7": { says: "XBL: infected, or an open proxy" },
        "127.0.0.9": { says: "DROP: a network taken over by criminals" },
        "127.0.0.30": { says: "BCL: controls a botnet" },
        "127.0.0.10": PBL,
        "127.0.0.11": PBL,
      },
      areOthersListed: false,
    },
    terms: TERMS,
    delistUrl: DELIST,
  },
  {
    id: "spamhaus-dbl",
    name: "Spamhaus DBL",
    zone: "dbl.spamhaus.org",
    keyed: { zone: "{key}.dbl.dq.spamhaus.net", url: KEY_URL },
    operator: OPERATOR,
    holds: ["domain"],
    weight: "heavy",
    why: "The list of domains most filters ask, for senders and for links.",
    codes: {
      by: "address",
      known: {
        "127.0.1.2": { says: "A domain with a bad reputation" },
        "127.0.1.4": { says: "Phishing" },
        "127.0.1.5": { says: "Malware" },
        "127.0.1.6": { says: "Controls a botnet" },
        "127.0.1.102": { says: "A good domain that was abused for spam", weight: "medium" },
        "127.0.1.103": { says: "A redirector that was abused for spam", weight: "medium" },
        "127.0.1.104": { says: "A good domain that was abused for phishing", weight: "medium" },
        "127.0.1.105": { says: "A good domain that was abused for malware", weight: "medium" },
        "127.0.1.106": { says: "A good domain that was abused to control a botnet", weight: "medium" },
        "127.0.1.255": { says: "It is not asked about addresses", means: "refusal" },
      },
      areOthersListed: false,
    },
    terms: TERMS,
    delistUrl: DELIST,
    tests: { domain: { listed: "dbltest.com", unlisted: "invalid" } },
  },
];
