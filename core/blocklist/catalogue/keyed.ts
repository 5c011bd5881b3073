import type { DnsList } from "../dns-list.ts";

const ABUSIX = {
  zone: null,
  operator: "Abusix",
  weight: "heavy",
  terms: {
    says: "Needs a key; free for few questions a day, paid above that.",
    url: "https://docs.abusix.com/docs/guardian-mail/production-zones",
  },
  delistUrl: "https://lookup.abusix.com/",
} as const;
const KEY_URL = "https://app.abusix.com/";

/** Lists that answer nobody without a key. Invaluement is none of them: it is only copied as a whole, and not asked. */
export const KEYED: readonly DnsList[] = [
  {
    ...ABUSIX,
    id: "abusix-combined",
    name: "Abusix Mail Intelligence",
    keyed: { zone: "{key}.combined.mail.abusix.zone", url: KEY_URL },
    holds: ["ipv4", "ipv6"],
    why: "Large providers refuse mail by it.",
    codes: {
      by: "address",
      known: {
        "127.0.0.2": { says: "Sent mail to spam traps" },
        "127.0.0.3": { says: "Has a very low reputation, or is near others that spam" },
        "127.0.0.200": { says: "Listed by hand" },
        "127.0.0.4": { says: "Infected, or an open proxy" },
        "127.0.0.11": { says: "Policy: a dynamic address", weight: "light" },
        "127.0.0.12": { says: "Policy: a generic or missing name", weight: "light" },
      },
      areOthersListed: false,
    },
  },
  {
    ...ABUSIX,
    id: "abusix-domain",
    name: "Abusix domain list",
    keyed: { zone: "{key}.dblack.mail.abusix.zone", url: KEY_URL },
    holds: ["domain"],
    why: "Large providers refuse mail by it.",
    codes: { by: "address", known: { "127.0.1.1": { says: "Seen in mail to spam traps" } }, areOthersListed: true },
  },
];
