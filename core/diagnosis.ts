import { CHECK_ENTRIES } from "./diagnosis/check.ts";
import { CONNECT_ENTRIES } from "./diagnosis/connect.ts";
import { DNS_ENTRIES } from "./diagnosis/dns.ts";
import type { Cause, Entry } from "./diagnosis/entry.ts";
import { EXPECTATION_ENTRIES } from "./diagnosis/expectation.ts";
import { LOGIN_ENTRIES } from "./diagnosis/login.ts";
import { RECIPIENT_ENTRIES } from "./diagnosis/recipient.ts";
import { replyEntries, replyHeadline } from "./diagnosis/reply.ts";
import { SLOW_ENTRIES } from "./diagnosis/slow.ts";
import { STARTTLS_ENTRIES } from "./diagnosis/starttls.ts";
import { TLS_ENTRIES } from "./diagnosis/tls.ts";
import { REPLY_STAGES } from "./reason.ts";
import type { Reason, ReasonCode, ReplyStage } from "./reason.ts";
import type { Target } from "./monitor.ts";

/**
 * A reason in words. `headline` is for a list row ("Connection refused"), `plain` one sentence for a person who is no mail
 * administrator, `expert` one for a person who is, `next` what to try, as commands and steps, `rfc` where the rule stands.
 */
export type Diagnosis = { cause: Cause; plain: string; expert: string; next: string[]; rfc: string | null; headline: string };

/** Every reason has an entry; a new code without one is a type error here. */
const ENTRIES = {
  ...under("dns", DNS_ENTRIES),
  ...under("connect", CONNECT_ENTRIES),
  ...under("greeting", replyEntries("greeting")),
  ...under("ehlo", replyEntries("ehlo")),
  ...under("starttls", replyEntries("starttls")),
  ...under("ehlo-tls", replyEntries("ehlo-tls")),
  ...under("auth", replyEntries("auth")),
  ...under("mail", replyEntries("mail")),
  ...under("rcpt", replyEntries("rcpt")),
  ...under("data", replyEntries("data")),
  ...under("tls", TLS_ENTRIES),
  ...EXPECTATION_ENTRIES,
  ...STARTTLS_ENTRIES,
  ...LOGIN_ENTRIES,
  ...RECIPIENT_ENTRIES,
  ...SLOW_ENTRIES,
  ...CHECK_ENTRIES,
} satisfies Record<ReasonCode, Entry>;

/** Without a target the placeholders `{host}` and `{port}` stay for whoever shows them. */
export function diagnose(reason: Reason, target?: Pick<Target, "host" | "port" | "tls">): Diagnosis {
  const entry: Entry = ENTRIES[reason.code];
  const fill = (text: string) => (target === undefined ? text.replaceAll("{tls}", "") : filled(text, target));
  return {
    cause: typeof entry.cause === "function" ? entry.cause(reason) : entry.cause,
    plain: fill(entry.plain),
    expert: fill(entry.expert),
    next: entry.next.map(fill),
    rfc: entry.rfc,
    headline: headlineOf(reason),
  };
}

/** The reason in words where only its code, and perhaps the server's reply code, is at hand: "Greeting: 554". */
export function reasonHeadline(code: ReasonCode, replyCode: number | null): string {
  const stage = stageThatReplied(code);
  return stage !== null && replyCode !== null ? replyHeadline(stage, replyCode) : ENTRIES[code].headline;
}

/** The details of a certificate's dates go on from "Certificate": "expired 3 days ago, on 2026-11-20". */
function headlineOf({ code, reply, detail }: Reason): string {
  const stage = stageThatReplied(code);
  if (stage !== null && reply !== null) return replyHeadline(stage, reply.code, reply.lines[0]).slice(0, 120);
  if ((code === "tls.expired" || code === "tls.expiring") && detail !== null) return `Certificate ${detail.split(",")[0]}`;
  return ENTRIES[code].headline;
}

function stageThatReplied(code: ReasonCode): ReplyStage | null {
  return REPLY_STAGES.find((stage) => code === `${stage}.reply`) ?? null;
}

function filled(text: string, { host, port, tls }: Pick<Target, "host" | "port" | "tls">): string {
  const startTls = tls === "implicit" ? "" : "-starttls smtp ";
  return text.replaceAll("{host}", host).replaceAll("{port}", String(port)).replaceAll("{tls}", startTls);
}

function under<Prefix extends string, Name extends string>(prefix: Prefix, entries: Record<Name, Entry>) {
  return Object.fromEntries(Object.entries(entries).map(([name, entry]) => [`${prefix}.${name}`, entry])) as Record<
    `${Prefix}.${Name}`,
    Entry
  >;
}
