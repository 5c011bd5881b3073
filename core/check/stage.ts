import type { ReplyCode } from "./reply.ts";

/**
 * The steps of a dialogue in an order that is that of the wire for every kind. A check passes through some of them: `ehlo-tls` and
 * `capability-tls` are what a client must ask anew after STARTTLS and STLS (RFC 3207 section 4.2, RFC 9051 section 6.2.1, RFC 2595
 * section 4). Only scripts have those from `command` to `script`: a line of the user's own, the way of the message, what is done in a mailbox, what the
 * user expects, and the script itself. A domain has its mail servers (`mx`) and what it publishes about its mail (`posture`), a blocklist monitor
 * what is listed (`listing`).
 */
export const STAGES = [
  "dns",
  "connect",
  "greeting",
  "ehlo",
  "capability",
  "starttls",
  "stls",
  "tls",
  "ehlo-tls",
  "capability-tls",
  "auth",
  "login",
  "select",
  "list",
  "mail",
  "rcpt",
  "data",
  "command",
  "delivery",
  "search",
  "fetch",
  "delete",
  "expunge",
  "expect",
  "script",
  "mx",
  "posture",
  "listing",
  "quit",
  "logout",
] as const;

/** One step of a dialogue. */
export type Stage = (typeof STAGES)[number];

/** The kinds of monitor whose checks are one dialogue with a server. */
export const DIALOGUE_KINDS = ["smtp", "imap", "pop3"] as const;
export type DialogueKind = (typeof DIALOGUE_KINDS)[number];

/** The kinds of monitor there are; a check of `mailflow` runs a script, which talks to several servers, and one of `domain` meets each of its mail servers. */
export const MONITOR_KINDS = [...DIALOGUE_KINDS, "mailflow", "domain", "blocklist"] as const;
export type MonitorKind = (typeof MONITOR_KINDS)[number];

/** The stages a check of each kind can pass through, in wire order. */
export const STAGES_OF = {
  smtp: ["dns", "connect", "greeting", "ehlo", "starttls", "tls", "ehlo-tls", "auth", "mail", "rcpt", "data", "quit"],
  imap: ["dns", "connect", "greeting", "capability", "starttls", "tls", "capability-tls", "login", "select", "logout"],
  pop3: ["dns", "connect", "greeting", "capability", "stls", "tls", "capability-tls", "login", "list", "quit"],
} as const satisfies Record<DialogueKind, readonly Stage[]>;

/** The stages of each kind that only scripts have. */
export const SCRIPT_STAGES_OF = {
  smtp: ["command"],
  imap: ["search", "fetch", "delete", "expunge"],
  pop3: ["search", "fetch", "delete"],
} as const satisfies Record<DialogueKind, readonly Stage[]>;

/** The stages of a dialogue: those that can be slow, as a monitor of one server may say. */
export type DialogueStage = (typeof STAGES_OF)[DialogueKind][number];

/** Whether a check of a kind is one dialogue with one server. */
export function isDialogueKind(kind: MonitorKind): kind is DialogueKind {
  return DIALOGUE_KINDS.some((each) => each === kind);
}

export function isDialogueStage(stage: Stage): stage is DialogueStage {
  return DIALOGUE_KINDS.some((kind) => STAGES_OF[kind].some((each) => each === stage));
}

/** How long one stage of one check took, in milliseconds (fractions kept). */
export type StageTiming = { stage: Stage; ms: number };

/** What the server answered in a stage, in short: `text` is the first line of its last reply there. */
export type StageReply = { code: ReplyCode; enhanced: string | null; text: string };

/** One stage of a check as data: how long it took, and what the server answered; null where it said no whole reply. */
export type StageReport = StageTiming & { reply: StageReply | null };

/** What people call a stage: what is asked anew after TLS has the name it had before. */
export function stageLabel(stage: Stage): string {
  return stage.replace(/-tls$/, "");
}

/** A stage by a name that no other has, where nothing else tells before TLS from after it. */
export function stageName(stage: Stage): string {
  return stage.replace(/-tls$/, " after TLS");
}
