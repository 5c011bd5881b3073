import { detailOfPath } from "../check/detail-text.ts";
import type { Reply, ReplyCode } from "../check/reply.ts";
import { DIALOGUE_KINDS, SCRIPT_STAGES_OF, STAGES_OF, type DialogueKind } from "../check/stage.ts";
import type { Target } from "../monitor/monitor.ts";
import { REPLY_STAGES } from "../reason/reason.ts";
import type { Reason, ReasonCode, ReplyStage } from "../reason/reason.ts";
import { CERTIFICATE_ENTRIES } from "./certificate.ts";
import { CHECK_ENTRIES } from "./check.ts";
import { CONNECT_ENTRIES } from "./connect.ts";
import { DNS_ENTRIES } from "./dns.ts";
import { DOMAIN_ENTRIES } from "./domain.ts";
import { ENCRYPTION_ENTRIES } from "./encryption.ts";
import type { Cause, Entry } from "./entry.ts";
import { EXPECTATION_ENTRIES } from "./expectation.ts";
import { commandTarget, EXAMPLE_TARGETS, filledIn, type CommandTarget } from "./fill-in.ts";
import { FOLDER_ENTRIES } from "./folder.ts";
import { HANDSHAKE_ENTRIES } from "./handshake.ts";
import { LOGIN_ENTRIES } from "./login.ts";
import { mailboxEntries, type OfKind } from "./mailbox.ts";
import { MAILFLOW_ENTRIES } from "./mailflow.ts";
import { RECIPIENT_ENTRIES } from "./recipient.ts";
import { refusalOf } from "./refusals.ts";
import { unknownRefusal } from "./refusals/subject.ts";
import { replyHeadline } from "./reply-stage.ts";
import { replyEntries } from "./reply.ts";
import { responseTold } from "./response-codes.ts";
import { SLOW_ENTRIES } from "./slow.ts";
import { STARTTLS_ENTRIES } from "./starttls.ts";

/**
 * A reason in words. `headline` is for a list row ("Connection refused"), `plain` one sentence for a person who is no mail
 * administrator, `expert` one for a person who is, `next` what to try (core/diagnosis/step.ts takes such a step apart), `rfc` where the
 * rule stands.
 */
export type Diagnosis = {
  code: ReasonCode;
  /** The kind of the server that it is told of. */
  kind: DialogueKind;
  cause: Cause;
  plain: string;
  expert: string;
  next: string[];
  rfc: string | null;
  headline: string;
};

/** Every reason has an entry; a new code without one is a type error here. What several kinds have is told as of the first of them. */
const ENTRIES = {
  ...under("dns", DNS_ENTRIES),
  ...under("connect", CONNECT_ENTRIES),
  ...under("greeting", replyEntries("greeting", "smtp")),
  ...under("ehlo", replyEntries("ehlo", "smtp")),
  ...under("capability", replyEntries("capability", "imap")),
  ...under("starttls", replyEntries("starttls", "smtp")),
  ...under("stls", replyEntries("stls", "pop3")),
  ...under("tls", { ...HANDSHAKE_ENTRIES, ...ENCRYPTION_ENTRIES, ...CERTIFICATE_ENTRIES }),
  ...under("ehlo-tls", replyEntries("ehlo-tls", "smtp")),
  ...under("capability-tls", replyEntries("capability-tls", "imap")),
  ...under("auth", replyEntries("auth", "smtp")),
  ...under("login", replyEntries("login", "imap")),
  ...under("select", replyEntries("select", "imap")),
  ...under("list", replyEntries("list", "pop3")),
  ...under("mail", replyEntries("mail", "smtp")),
  ...under("rcpt", replyEntries("rcpt", "smtp")),
  ...under("data", replyEntries("data", "smtp")),
  ...under("command", replyEntries("command", "smtp")),
  ...under("search", replyEntries("search", "imap")),
  ...under("fetch", replyEntries("fetch", "imap")),
  ...under("delete", replyEntries("delete", "imap")),
  ...under("expunge", replyEntries("expunge", "imap")),
  ...EXPECTATION_ENTRIES,
  ...STARTTLS_ENTRIES,
  ...LOGIN_ENTRIES,
  ...FOLDER_ENTRIES,
  ...RECIPIENT_ENTRIES,
  ...MAILFLOW_ENTRIES,
  ...DOMAIN_ENTRIES,
  ...SLOW_ENTRIES,
  ...CHECK_ENTRIES,
} satisfies Record<ReasonCode, Entry>;

const BY_KIND: Record<DialogueKind, OfKind> = { smtp: {}, imap: mailboxEntries("imap"), pop3: mailboxEntries("pop3") };

/** Without a target the commands are about a server nobody has, of the first kind that knows the reason. */
export function diagnose(reason: Reason, watched: CommandTarget | Target = EXAMPLE_TARGETS[firstKindOf(reason.code)]): Diagnosis {
  const target = commandTarget(watched, reason.at, firstKindOf(reason.code));
  const { cause, plain, expert, next, rfc } = { ...ENTRIES[reason.code], ...BY_KIND[target.kind][reason.code], ...byReply(reason) };
  return {
    code: reason.code,
    kind: target.kind,
    cause,
    plain: filledIn(plain, target),
    expert: filledIn(expert, target),
    next: next.map((step) => filledIn(step, target)),
    rfc,
    headline: headlineOf(reason),
  };
}

/** The reason in words where only its code, and perhaps the server's reply code, is at hand: "Greeting: 554". */
export function reasonHeadline(code: ReasonCode, replyCode: ReplyCode | null): string {
  const stage = stageThatReplied(code);
  return stage !== null && replyCode !== null ? replyHeadline(stage, replyCode) : ENTRIES[code].headline;
}

/** What the server's own answer tells beyond the fact that it refused. */
function byReply({ code, reply }: Reason): Partial<Entry> {
  const stage = stageThatReplied(code);
  if (stage === null || reply === null) return {};
  return isNumbered(reply) ? (refusalOf(stage, reply) ?? unknownRefusal(reply)) : responseTold(stage, reply);
}

/** The details of a certificate's dates go on from it: "expired 3 days ago, on 2026-11-20". */
function headlineOf({ code, reply, detail }: Reason): string {
  const stage = stageThatReplied(code);
  if (stage !== null && reply !== null) return replyHeadline(stage, reply.code, reply.lines[0]).slice(0, 120);
  if ((code === "tls.expired" || code === "tls.expiring") && detail !== null) {
    const { path, words } = detailOfPath(detail);
    return `Certificate ${path === null ? "" : `on ${path} `}${words.split(",")[0]}`;
  }
  return ENTRIES[code].headline;
}

function isNumbered(reply: Reply): reply is Reply<number> {
  return typeof reply.code === "number";
}

function firstKindOf(code: ReasonCode): DialogueKind {
  if (code === "greeting.not-pop3") return "pop3";
  if (code === "greeting.not-imap" || code === "greeting.preauth") return "imap";
  const [stage] = code.split(".");
  return DIALOGUE_KINDS.find((kind) => [...STAGES_OF[kind], ...SCRIPT_STAGES_OF[kind]].some((each) => each === stage)) ?? "smtp";
}

function stageThatReplied(code: ReasonCode): ReplyStage | null {
  return REPLY_STAGES.find((stage) => code === `${stage}.reply`) ?? null;
}

function under<Prefix extends string, Name extends string>(prefix: Prefix, entries: Record<Name, Entry>) {
  return Object.fromEntries(Object.entries(entries).map(([name, entry]) => [`${prefix}.${name}`, entry])) as Record<
    `${Prefix}.${Name}`,
    Entry
  >;
}
