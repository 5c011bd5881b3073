import { good } from "#testing/server/dialogues/good.ts";
import type { DnsAnswer, Family } from "#testing/server/play-dns.ts";
import { type Behaviour, isDown, isUnknown, isUp, type Zone } from "./behaviour.ts";

const only = (records: Partial<Record<Family, DnsAnswer>>): Zone => ({ first: (family) => records[family] ?? [] });
const always = (first: DnsAnswer, second?: DnsAnswer): Zone => ({
  first: () => first,
  ...(second === undefined ? {} : { second: () => second }),
});
const many = (count: number) => Array.from({ length: count }, (_, at) => `127.1.${at >> 8}.${at & 255}`);
const CIRCLE = { aliases: ["a.example", "mx.example", "a.example"], addresses: [] };
const BOTH = { AAAA: ["::1"], A: ["127.0.0.1"] };

const BROKEN = [
  ["does not know", "servfail", "dns.servfail"],
  ["may not be asked for", "refused", "dns.refused"],
  ["is silent about", "silence", "dns.timeout"],
  ["talks nonsense about", "garbage", "dns.failed"],
] as const;

/** From the name to the accepted connection. */
export const CONNECTING: Behaviour[] = [
  { row: "H01", what: "refuses connections", dialogue: good, at: [], ...isDown("connect.refused") },
  { row: "H02", what: "drops every SYN", dialogue: good, at: "full", ...isDown("connect.timeout") },
  { row: "H54", what: "has a name that does not exist", dialogue: good, zone: always("nxdomain"), ...isDown("dns.nxdomain") },
  { row: "H54", what: "has a name without an address", dialogue: good, zone: only({}), ...isDown("dns.nodata") },
  ...BROKEN.map(([what, answer, code]) => ({
    row: "H54",
    what: `has a name that our resolver ${what}`,
    dialogue: good,
    zone: always(answer),
    ...isUnknown(code),
  })),
  ...(["servfail", "refused", "silence"] as const).map((answer) => ({
    row: "H54",
    what: `has a name that two networks cannot look up (${answer})`,
    dialogue: good,
    zone: always(answer, answer),
    ...isDown("dns.broken"),
  })),
  {
    row: "H55",
    what: "has 2,048 addresses, none of which answers",
    dialogue: good,
    at: [],
    zone: only({ A: many(2_048) }),
    ...isDown("connect.refused"),
    warning: /2048 A records/,
  },
  {
    row: "H57",
    what: "has as many addresses as a DNS message holds",
    dialogue: good,
    at: [],
    zone: only({ A: many(4_000) }),
    ...isDown("connect.refused"),
    warning: /4000 A records/,
  },
  { row: "H57", what: "has a name whose aliases lead in a circle", dialogue: good, zone: always(CIRCLE), ...isDown("dns.nodata") },
  { row: "H56", what: "has IPv6 alone", dialogue: good, at: ["::1"], zone: only({ AAAA: ["::1"] }), ...isUp },
  {
    row: "H56",
    what: "has a dead IPv6 beside a good IPv4",
    dialogue: good,
    zone: only(BOTH),
    ...isUp,
    warning: /The address ::1 does not accept/,
  },
  { row: "H56", what: "has a good IPv6 beside a dead IPv4", dialogue: good, at: ["::1"], zone: only(BOTH), ...isUp },
];
