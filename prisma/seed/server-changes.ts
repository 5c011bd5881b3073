import type { SeededServerChange } from "./seed-seen.ts";

const HOUR = 3_600;
const DAY = 86_400;
const DAY_MS = DAY * 1_000;

const certificate = (host: string, serial: string, endsAt: number) => ({
  fingerprint256: Array.from({ length: 32 }, () => serial).join(":"),
  subject: `CN=${host}`,
  issuer: "C=US, O=Let's Encrypt, CN=R11",
  notAfter: new Date(endsAt).toISOString(),
});

/** An upgrade, a renewal, a move and what else happens to a server in a year. */
export function changesOfAYear(host: string, now: number): SeededServerChange[] {
  const renewed = certificate(host, "B7", now + 60 * DAY_MS);
  return [
    { agoS: 300 * DAY, change: { aspect: "addresses", before: ["192.0.2.24"], after: ["192.0.2.25", "2001:db8::25"] } },
    {
      agoS: 200 * DAY,
      change: {
        aspect: "capabilities",
        before: ["PIPELINING", "SIZE 10240000"],
        after: ["PIPELINING", "SIZE 52428800", "CHUNKING"],
      },
    },
    { agoS: 120 * DAY, change: { aspect: "starttls", before: true, after: false } },
    { agoS: 120 * DAY - 2 * HOUR, change: { aspect: "starttls", before: false, after: true } },
    {
      agoS: 60 * DAY,
      change: {
        aspect: "tls",
        before: { protocol: "TLSv1.2", cipher: "ECDHE-RSA-AES256-GCM-SHA384" },
        after: { protocol: "TLSv1.3", cipher: "TLS_AES_256_GCM_SHA384" },
      },
    },
    { agoS: 60 * DAY, change: { aspect: "software", before: "Exim 4.96", after: "Postfix" } },
    {
      agoS: 60 * DAY,
      change: {
        aspect: "banner",
        before: `${host} ESMTP Exim 4.96 Fri, 25 Sep 2026 04:00:07 +0000`,
        after: `${host} ESMTP Postfix (Debian/GNU)`,
      },
    },
    { agoS: 30 * DAY, change: { aspect: "certificate", before: certificate(host, "A3", now - 20 * DAY_MS), after: renewed } },
  ];
}

/** A certificate that nobody has renewed, six days before its end. */
export function changesBeforeTheEnd(now: number): SeededServerChange[] {
  const end = { notAfter: new Date(now + 6 * DAY_MS).toISOString(), fingerprint256: "00:01:02" };
  return [30, 14, 7].map((days) => ({
    agoS: (days - 6) * DAY,
    change: { aspect: "certificate-expiry", before: null, after: { days, daysLeft: days, ...end } },
  }));
}

/** STARTTLS that is not offered any more, since a while ago. */
export function changeOfVanishing(agoS: number): SeededServerChange[] {
  return [{ agoS, change: { aspect: "starttls", before: true, after: false } }];
}
