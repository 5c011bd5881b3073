import type { Facts } from "#core/result.ts";
import { dialogue, type SeededDialogue, type Words } from "./dialogue.ts";

const DAY_MS = 86_400_000;

/** What is learned of a server where all is well. */
export function facts(host: string, now: number, certificateDays = 60): Facts {
  return {
    addresses: ["192.0.2.25", "2001:db8::25"],
    address: "192.0.2.25",
    banner: `${host} ESMTP Postfix (Debian/GNU)`,
    capabilities: ["PIPELINING", "SIZE 52428800", "ETRN", "ENHANCEDSTATUSCODES", "8BITMIME", "DSN", "SMTPUTF8", "CHUNKING"],
    tls: { protocol: "TLSv1.3", cipher: "TLS_AES_256_GCM_SHA384" },
    certificate: {
      subject: `CN=${host}`,
      issuer: "C=US, O=Let's Encrypt, CN=R11",
      names: [host],
      notBefore: new Date(now - 30 * DAY_MS).toISOString(),
      notAfter: new Date(now + certificateDays * DAY_MS).toISOString(),
      fingerprint256: Array.from({ length: 32 }, (_, byte) => byte.toString(16).padStart(2, "0").toUpperCase()).join(":"),
    },
  };
}

/** The way to it. */
export const reach = (host: string): Words[] => [
  ["note", "dns", 3.8, `${host} is 192.0.2.25, 2001:db8::25`],
  ["note", "connect", 20.6, "connected to 192.0.2.25:25"],
];

/** The dialogue up to STARTTLS. */
export const hello = (host: string): Words[] => [
  ["received", "greeting", 31.4, `220 ${host} ESMTP Postfix (Debian/GNU)`],
  ["sent", "ehlo", 0.2, "EHLO probe.ehlowatch.example"],
  ["received", "ehlo", 22.4, `250-${host}`],
  ["received", "ehlo", 0, "250-PIPELINING"],
  ["received", "ehlo", 0, "250-SIZE 52428800"],
  ["received", "ehlo", 0, "250-STARTTLS"],
  ["received", "ehlo", 0, "250 8BITMIME"],
  ["sent", "starttls", 0.2, "STARTTLS"],
  ["received", "starttls", 21.7, "220 2.0.0 Ready to start TLS"],
];

/** The dialogue from TLS to the second EHLO. */
export const secured = (host: string, certificateDays = 60): Words[] => [
  ["note", "tls", 47.9, `TLSv1.3, TLS_AES_256_GCM_SHA384, certificate of ${host} is valid for ${certificateDays} days`],
  ["sent", "ehlo-tls", 0.3, "EHLO probe.ehlowatch.example"],
  ["received", "ehlo-tls", 20.9, `250-${host}`],
  ["received", "ehlo-tls", 0, "250-SIZE 52428800"],
  ["received", "ehlo-tls", 0, "250-AUTH PLAIN LOGIN"],
  ["received", "ehlo-tls", 0, "250 8BITMIME"],
];

/** The farewell. */
export const bye: Words[] = [
  ["sent", "quit", 0.1, "QUIT"],
  ["received", "quit", 20.2, "221 2.0.0 Bye"],
];

/** A check that went well. */
export function goodDialogue(host: string, now: number): SeededDialogue {
  return dialogue("up", null, facts(host, now), [...reach(host), ...hello(host), ...secured(host), ...bye]);
}
