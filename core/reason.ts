import type { Reply } from "./reply.ts";
import type { Stage } from "./stage.ts";

/** What can go wrong while we wait for a reply, whatever the stage. */
export const REPLY_FAILURES = [
  "timeout", // no whole reply before the deadline
  "closed", // the server closed the connection
  "reset", // the connection was reset
  "reply", // a whole reply whose code does not allow going on
  "protocol", // bytes that are not a reply of this protocol
  "line-too-long", // a line over the line budget
  "reply-too-large", // a reply over the reply budget
] as const;
export type ReplyFailure = (typeof REPLY_FAILURES)[number];

/** The stages that wait for a reply. */
export const REPLY_STAGES = ["greeting", "ehlo", "starttls", "ehlo-tls", "auth", "mail", "rcpt", "data"] as const;
export type ReplyStage = (typeof REPLY_STAGES)[number];

export const DNS_FAILURES = [
  "nxdomain", // the name does not exist
  "nodata", // the name exists but has no address
  "timeout",
  "servfail",
  "refused",
  "failed", // no DNS server could be asked, or its answer made no sense
] as const;
export type DnsFailure = (typeof DNS_FAILURES)[number];

export const CONNECT_FAILURES = [
  "refused",
  "timeout",
  "unreachable", // a router or the server's network says that it cannot be reached
  "no-route", // our own machine has no way to any of the addresses
  "blocked", // the address guard does not let us go there
  "failed", // our own machine could not even try
] as const;
export type ConnectFailure = (typeof CONNECT_FAILURES)[number];

export const HANDSHAKE_FAILURES = [
  "timeout",
  "closed",
  "reset",
  "protocol", // what came was not TLS, or no common version or cipher
] as const;
export type HandshakeFailure = (typeof HANDSHAKE_FAILURES)[number];

export const CERTIFICATE_FAILURES = [
  "expired",
  "not-yet-valid",
  "name",
  "self-signed",
  "untrusted",
  "expiring", // still valid, not for long
] as const;
export type CertificateFailure = (typeof CERTIFICATE_FAILURES)[number];

export const TLS_FAILURES = [...HANDSHAKE_FAILURES, ...CERTIFICATE_FAILURES] as const;
export type TlsFailure = HandshakeFailure | CertificateFailure;

/**
 * Why a check is not `up`: a closed set of codes, each the stage that failed and how.
 * The `check.*` codes are our own trouble: `check.missed` when no worker ran the slot, `check.failed` when the probe broke.
 */
export type ReasonCode =
  | `dns.${DnsFailure}`
  | `connect.${ConnectFailure}`
  | `${ReplyStage}.${ReplyFailure}`
  | "starttls.missing"
  | "starttls.injection"
  | `tls.${TlsFailure}`
  | "check.missed"
  | "check.failed";

/**
 * A reason with what shows it. `reply` is the server's own answer where it gave one; `detail` is one short sentence of
 * facts (the errno, the names on a certificate, the addresses tried), never a secret.
 */
export type Reason = { code: ReasonCode; stage: Stage | null; reply: Reply | null; detail: string | null };

export const REASON_CODES: readonly ReasonCode[] = [
  ...DNS_FAILURES.map((failure) => `dns.${failure}` as const),
  ...CONNECT_FAILURES.map((failure) => `connect.${failure}` as const),
  ...REPLY_STAGES.flatMap((stage) => REPLY_FAILURES.map((failure) => `${stage}.${failure}` as const)),
  "starttls.missing",
  "starttls.injection",
  ...TLS_FAILURES.map((failure) => `tls.${failure}` as const),
  "check.missed",
  "check.failed",
];
