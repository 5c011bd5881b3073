// The monitor form runs in the browser and names the aspects: nothing here may bring the schema library with it.

import { isDialogueKind, type MonitorKind } from "../check/stage.ts";

/** What can be noticed to have changed about a server while it works. */
const SERVER_ASPECTS = [
  "certificate-expiry", // the end of the certificate has come within 30, 14, 7 or 1 days
  "certificate",
  "starttls", // STARTTLS has vanished, or is offered again
  "tls", // the version of TLS or the family of the cipher
  "software",
  "banner",
  "capabilities",
  "addresses",
] as const;

/** What can be noticed to have changed about a domain: where its mail goes, what it publishes, and what is wrong with that. */
export const DOMAIN_ASPECTS = [
  "mail-servers",
  "spf",
  "dkim",
  "dmarc",
  "mta-sts",
  "tls-rpt",
  "dane",
  "reverse",
  "bimi",
  "caa",
  "posture",
] as const;
export type DomainAspect = (typeof DOMAIN_ASPECTS)[number];

export const CHANGE_ASPECTS = [...SERVER_ASPECTS, ...DOMAIN_ASPECTS] as const;
export type ChangeAspect = (typeof CHANGE_ASPECTS)[number];

/** What each aspect is called in a form or a list; in POP3 the command is called STLS (RFC 2595 section 4). */
export function changeLabel(aspect: ChangeAspect, kind: string | undefined): string {
  return aspect === "starttls" && kind === "pop3" ? "STLS" : CHANGE_LABELS[aspect];
}

const CHANGE_LABELS: Record<ChangeAspect, string> = {
  "certificate-expiry": "Certificate expires soon",
  certificate: "Certificate",
  starttls: "STARTTLS",
  tls: "TLS version",
  software: "Software",
  banner: "Banner",
  capabilities: "Capabilities",
  addresses: "Addresses",
  "mail-servers": "Mail servers",
  spf: "SPF record",
  dkim: "DKIM keys",
  dmarc: "DMARC record",
  "mta-sts": "MTA-STS policy",
  "tls-rpt": "TLS reporting",
  dane: "TLSA records",
  reverse: "Reverse DNS",
  bimi: "BIMI record",
  caa: "CAA records",
  posture: "What is wrong with the posture",
};

/** Of these a monitor's channels are told unless its owner says otherwise. */
export const DEFAULT_TELL_OF: readonly ChangeAspect[] = ["certificate-expiry", "starttls"];
const TOLD_OF_DOMAINS: readonly ChangeAspect[] = ["mail-servers", "spf", "dkim", "dmarc", "mta-sts", "dane", "posture"];

/** What can change about what a monitor of a kind watches; nothing of a script. */
export function aspectsOf(kind: MonitorKind): readonly ChangeAspect[] {
  if (kind === "domain") return DOMAIN_ASPECTS;
  return isDialogueKind(kind) ? SERVER_ASPECTS : [];
}

/** What of it is told unless the monitor's owner says otherwise. */
export function usuallyTold(kind: MonitorKind): readonly ChangeAspect[] {
  return kind === "domain" ? TOLD_OF_DOMAINS : DEFAULT_TELL_OF;
}

/** What tells one certificate from another. `notAfter` is ISO 8601 in UTC, `fingerprint256` SHA-256 in upper-case hex with colons. */
export type CertificateSeen = { fingerprint256: string; subject: string; issuer: string; notAfter: string };

/** That a certificate ends within `days`, one of EXPIRY_DAYS, and how many days were left when that was noticed. */
export type ExpirySeen = { days: number; daysLeft: number; notAfter: string; fingerprint256: string };

/** What each aspect of a server is when it is seen. */
export type AspectValues = {
  "certificate-expiry": ExpirySeen;
  certificate: CertificateSeen;
  starttls: boolean;
  tls: { protocol: string; cipher: string };
  software: string;
  banner: string;
  capabilities: string[];
  addresses: string[];
} & Record<DomainAspect, string[]>;

/** A change of one aspect: what it was, and what it is now. `before` is null where nothing was another way, as when a certificate comes to its end. */
export type ChangeOf<Aspect extends ChangeAspect> = {
  [Each in Aspect]: { aspect: Each; before: AspectValues[Each] | null; after: AspectValues[Each] };
}[Aspect];
export type Change = ChangeOf<ChangeAspect>;

/** Whether a change is one of a domain, and of lines of text. */
export function isOfDomain(change: Change): change is ChangeOf<DomainAspect> {
  return DOMAIN_ASPECTS.some((aspect) => aspect === change.aspect);
}
