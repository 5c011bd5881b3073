import type { DnsAnswer, Facts } from "#core/check/result.ts";

const DAY_MS = 86_400_000;

/** The addresses of every seeded server, the one that is tried first before the other. */
export const ADDRESSES = { IPv6: "2001:db8::25", IPv4: "192.0.2.25" } as const;

const KEYWORDS = ["PIPELINING", "SIZE 52428800", "ENHANCEDSTATUSCODES", "SMTPUTF8"] as const;
/** What is offered before TLS, and after it. */
export const IN_CLEAR = [...KEYWORDS, "STARTTLS", "8BITMIME"];
export const AFTER_TLS = [...KEYWORDS, "AUTH PLAIN LOGIN", "8BITMIME"];

/** The keywords of a server that has lost its STARTTLS. */
export const WITHOUT_TLS = [...KEYWORDS, "8BITMIME"];

export const CONNECT_MS = 20.6;
export const TLS_VERSION = "TLSv1.3";
export const CIPHER = "TLS_AES_256_GCM_SHA384";

type Wishes = { addresses?: readonly string[]; certificateDays?: number };

/** What is learned of a server that lets the check come to its end, by way of the first of its addresses. */
export function facts(host: string, now: number, wishes: Wishes = {}): Facts {
  const { certificateDays = 60 } = wishes;
  return {
    ...factsBefore(wishes),
    banner: `${host} ESMTP Postfix (Debian/GNU)`,
    capabilities: AFTER_TLS,
    tls: { protocol: TLS_VERSION, cipher: CIPHER },
    certificate: {
      subject: `CN=${host}`,
      issuer: "C=US, O=Let's Encrypt, CN=R11",
      names: [host],
      notBefore: new Date(now - 30 * DAY_MS).toISOString(),
      notAfter: endOf(now, certificateDays),
      fingerprint256: Array.from({ length: 32 }, (_, byte) => byte.toString(16).padStart(2, "0").toUpperCase()).join(":"),
    },
  };
}

/** What is learned of one that says nothing good. */
export function factsBefore({ addresses = Object.values(ADDRESSES) }: Wishes = {}): Facts {
  return {
    addresses: [...addresses],
    address: addresses[0]!,
    dns: (["A", "AAAA"] as const).map((type) => answer(type, addresses)).filter((each) => each.addresses.length > 0),
    attempts: [{ address: addresses[0]!, failure: null, ms: CONNECT_MS }],
    banner: null,
    capabilities: [],
    tls: null,
    certificate: null,
  };
}

function answer(type: DnsAnswer["type"], addresses: readonly string[]): DnsAnswer {
  const ofType = addresses.filter((address) => address.includes(":") === (type === "AAAA"));
  return { type, addresses: ofType.map((address) => ({ address, ttlS: 2_880 })), failure: null };
}

/** When a certificate ends that has so many days left, to the second as they do. */
export function endOf(now: number, certificateDays: number): string {
  return new Date(Math.floor(now / 1_000) * 1_000 + certificateDays * DAY_MS).toISOString();
}
