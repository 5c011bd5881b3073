// The monitor form runs in the browser and names the aspects: nothing here may bring the schema library with it.

/** What can be noticed to have changed about a server while it works. */
export const CHANGE_ASPECTS = [
  "certificate-expiry", // the end of the certificate has come within 30, 14, 7 or 1 days
  "certificate",
  "starttls", // STARTTLS has vanished, or is offered again
  "tls", // the version of TLS or the family of the cipher
  "software",
  "banner",
  "capabilities",
  "addresses",
] as const;
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
};

/** Of these a monitor's channels are told unless its owner says otherwise. */
export const DEFAULT_TELL_OF: readonly ChangeAspect[] = ["certificate-expiry", "starttls"];

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
};

/** A change of one aspect: what it was, and what it is now. `before` is null where nothing was another way, as when a certificate comes to its end. */
export type ChangeOf<Aspect extends ChangeAspect> = {
  [Each in Aspect]: { aspect: Each; before: AspectValues[Each] | null; after: AspectValues[Each] };
}[Aspect];
export type Change = ChangeOf<ChangeAspect>;
