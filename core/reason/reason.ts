import type { Reply } from "../check/reply.ts";
import { isDialogueStage, STAGES, type DialogueKind, type DialogueStage, type Stage } from "../check/stage.ts";
import type { TlsMode } from "../monitor/monitor.ts";

/** What can go wrong while we wait for a reply, whatever the stage. */
const REPLY_FAILURES = [
  "timeout", // no whole reply in the time the stage has
  "closed", // the server closed the connection
  "reset", // the connection was reset
  "reply", // a whole reply whose code does not allow going on
  "protocol", // bytes that are not a reply of this protocol
  "line-too-long", // a line over the line budget
  "reply-too-large", // a reply over the reply budget
] as const;
export type ReplyFailure = (typeof REPLY_FAILURES)[number];

/** What is wrong with a reply that can still be understood. */
const REPLY_ODDITIES = [
  "malformed", // control bytes, or characters that reorder text, inside a reply
  "desync", // more lines than one reply has
] as const;
export type ReplyOddity = (typeof REPLY_ODDITIES)[number];

/** The stages that wait for no reply, or whose reply says nothing of the server's health. */
const WITHOUT_REPLY = [
  "dns",
  "connect",
  "tls",
  "delivery",
  "expect",
  "script",
  "mx",
  "posture",
  "listing",
  "quit",
  "logout",
] as const;
export type ReplyStage = Exclude<Stage, (typeof WITHOUT_REPLY)[number]>;

/** The stages that wait for a reply. */
export const REPLY_STAGES: readonly ReplyStage[] = STAGES.filter((stage) => isReplyStage(stage));

function isReplyStage(stage: Stage): stage is ReplyStage {
  return !(WITHOUT_REPLY as readonly Stage[]).includes(stage);
}

const DNS_FAILURES = [
  "nxdomain", // the name does not exist
  "nodata", // the name exists but has no address
  "timeout",
  "servfail",
  "refused",
  "failed", // no DNS server could be asked, or its answer made no sense
  "broken", // resolvers of two networks agree that the name cannot be looked up
] as const;
export type DnsFailure = (typeof DNS_FAILURES)[number];

const CONNECT_FAILURES = [
  "refused",
  "timeout",
  "unreachable", // a router or the server's network says that it cannot be reached
  "no-route", // our own machine has no way to any of the addresses
  "blocked", // the address guard does not let us go there
  "port-closed-here", // this location reaches nobody on this port, as its self-test finds
  "busy", // as many checks as we allow are on their way to this address already
  "failed", // our own machine could not even try
] as const;
export type ConnectFailure = (typeof CONNECT_FAILURES)[number];

const HANDSHAKE_FAILURES = [
  "timeout",
  "closed",
  "reset",
  "protocol", // what came was not TLS, or no common version or cipher
] as const;
export type HandshakeFailure = (typeof HANDSHAKE_FAILURES)[number];

/** What is wrong with the encryption itself. */
const ENCRYPTION_FAILURES = [
  "version", // a version of TLS that is no longer to be used (RFC 8996)
  "weak-cipher", // a cipher or a key exchange that can be broken
] as const;
export type EncryptionFailure = (typeof ENCRYPTION_FAILURES)[number];

export const CERTIFICATE_FAILURES = [
  "expired",
  "not-yet-valid",
  "name",
  "self-signed",
  "untrusted", // a chain that ends in a root nobody knows
  "incomplete", // a chain that ends before any root: an intermediate is missing
  "pin", // not the certificate the monitor is pinned to
  "weak-certificate", // a key or a signature that can be forged
  "expiring", // still valid, not for long
] as const;
export type CertificateFailure = (typeof CERTIFICATE_FAILURES)[number];

const TLS_FAILURES = [...HANDSHAKE_FAILURES, ...ENCRYPTION_FAILURES, ...CERTIFICATE_FAILURES] as const;
export type TlsFailure = (typeof TLS_FAILURES)[number];

/** What only one stage knows. */
const STAGE_REASONS = [
  "greeting.not-smtp", // another protocol answers
  "greeting.not-imap",
  "greeting.not-pop3",
  "greeting.preauth", // logged in already, before TLS or a login that has to be tried
  "greeting.unexpected", // the banner does not hold the text it should
  "ehlo.unexpected", // the answer to EHLO does not hold the text it should
  "ehlo.capability-missing",
  "ehlo.capability-forbidden", // something is offered that must not be
  "ehlo.size", // messages of the size that is wanted are not taken
  "capability.missing", // something that must be offered is not
  "capability.forbidden",
  "starttls.missing",
  "starttls.vanished", // it was offered before
  "starttls.injection", // plaintext came after the 220
  "stls.missing",
  "stls.vanished",
  "stls.injection",
  "auth.cleartext", // login is only possible in the clear, where we do not log in
  "auth.unavailable", // none of the mechanisms we may use is offered
  "auth.loop", // challenges without an end
  "auth.server-proof", // the server could not prove that it knows the password too
  "auth.stopped", // refused once, and not tried again
  "login.cleartext",
  "login.unavailable",
  "login.loop",
  "login.server-proof",
  "login.stopped",
  "select.missing", // there is no such folder
  "rcpt.greylisted",
  "rcpt.not-refused", // a recipient was accepted that must be refused
  "data.unconfirmed", // the connection was lost after the message: it may have been accepted
  "delivery.lost", // the message did not arrive in the time there was
  "delivery.late", // it took longer than the script wants
  "delivery.junk", // it was put where nobody looks
  "expect.reply", // a reply that the script does not want
  "expect.message", // something about the message that it does not want
  "script.value", // what a variable holds may not stand where it is used
  "script.held", // the message may not be sent: nobody has proved that the recipient wants it, or too many were sent
  "mx.none", // the domain has no mail servers, nor an address of its own
  "mx.unresolvable", // a mail server has no address
  "mx.record", // a mail server is named in a way that senders may not follow
  "posture.refusing", // what it publishes makes careful senders hold its mail back
  "listing.listed", // an address or domain is on a list that many servers refuse mail by
  "listing.light", // it is on a list that some servers count against it
  "listing.unanswered", // no list could be asked
] as const;
export type StageReason = (typeof STAGE_REASONS)[number];

/** Our own trouble with a whole check: no worker ran its slot, or the probe broke. */
const CHECK_REASONS = ["check.missed", "check.failed"] as const;
export type CheckReason = (typeof CHECK_REASONS)[number];

/** Why a check is not `up`: a closed set of codes, each the stage that failed and how. `slow` is a stage over its threshold. */
export type ReasonCode =
  | `dns.${DnsFailure}`
  | `connect.${ConnectFailure}`
  | `${ReplyStage}.${ReplyFailure | ReplyOddity}`
  | `tls.${TlsFailure}`
  | `${DialogueStage}.slow`
  | StageReason
  | CheckReason;

/**
 * A reason with what shows it. `reply` is the server's own answer where it gave one; `detail` is one short sentence of
 * facts (the errno, the names on a certificate, the addresses tried), never a secret. `at` is the server of whom it is told, where a check
 * talks to several.
 */
export type Reason = { code: ReasonCode; stage: Stage | null; reply: Reply | null; detail: string | null; at?: ServerAt };

/** A server as a check talks to it. */
export type ServerAt = { kind: DialogueKind; host: string; port: number; tls: TlsMode };

/** Every code there is, by stage in wire order. */
export const REASON_CODES: readonly ReasonCode[] = [...STAGES.flatMap((stage) => codesOf(stage)), ...CHECK_REASONS];

function codesOf(stage: Stage): ReasonCode[] {
  return [
    ...(stage === "dns" ? DNS_FAILURES.map((failure) => `dns.${failure}` as const) : []),
    ...(stage === "connect" ? CONNECT_FAILURES.map((failure) => `connect.${failure}` as const) : []),
    ...(stage === "tls" ? TLS_FAILURES.map((failure) => `tls.${failure}` as const) : []),
    ...(isReplyStage(stage) ? [...REPLY_FAILURES, ...REPLY_ODDITIES].map((failure) => `${stage}.${failure}` as const) : []),
    ...STAGE_REASONS.filter((code) => code.startsWith(`${stage}.`)),
    ...(isDialogueStage(stage) ? [`${stage}.slow` as const] : []),
  ];
}
