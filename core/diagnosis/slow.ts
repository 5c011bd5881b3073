import { STAGES, isDialogueStage, type DialogueStage } from "../check/stage.ts";
import type { Cause, Entry } from "./entry.ts";

type Slow = { cause: Cause; title: string; step: string; why: string; next: readonly string[]; rfc: string | null };

const LOAD = "On the server: uptime; vmstat 1 5";
const LAPSE = "--show-time-lapse";

const LOGGING_IN = {
  cause: "resources",
  title: "Login is slow",
  step: "Logging in",
  why: "a slow password database (LDAP, SQL, PAM), a costly password hash, or a delay after somebody's wrong passwords",
  next: ["time {login}", "Dovecot: doveadm auth test {user}", LOAD],
} as const;

/** What makes each stage slow, and how to see it. */
const SLOW: Record<DialogueStage, Slow> = {
  dns: {
    cause: "configuration",
    title: "DNS lookup is slow",
    step: "Looking up the server's name",
    why: "a name server of the zone does not answer and another is asked after it, or records live so short that nothing is cached",
    next: ["dig {host} A | grep 'Query time'", "dig +trace {host} A"],
    rfc: "RFC 1035 section 4.2.1",
  },
  connect: {
    cause: "network",
    title: "Connecting is slow",
    step: "Connecting to the server",
    why: "a long way, packets lost (a lost SYN is sent again after 1 s), a full queue of connections, or a dead address tried first",
    next: [
      "mtr --tcp --port {port} --report {host}",
      "On the server: nstat -az TcpExtListenOverflows TcpRetransSegs",
      "dig {host} AAAA",
    ],
    rfc: "RFC 6298 section 2",
  },
  greeting: {
    cause: "configuration",
    title: "Greeting is slow",
    step: "The server's greeting",
    why: "a delay on purpose (postscreen, tarpit), a reverse lookup or DNS list that does not answer, or no free process",
    next: [
      "time {swaks} --quit-after BANNER",
      "Postfix: postconf postscreen_greet_wait postscreen_dnsbl_sites smtpd_client_restrictions default_process_limit",
      LOAD,
    ],
    rfc: "RFC 5321 section 4.5.3.2.1",
  },
  ehlo: {
    cause: "configuration",
    title: "Answer to EHLO is slow",
    step: "The server's answer to EHLO",
    why: "the lookup of our name, or a policy server that is asked here",
    next: [`{swaks} ${LAPSE} --quit-after FIRST-EHLO`, "Postfix: postconf smtpd_helo_restrictions", LOAD],
    rfc: "RFC 5321 section 4.5.3.2",
  },
  capability: {
    cause: "resources",
    title: "List of capabilities is slow",
    step: "The server's list of what it can do",
    why: "a busy machine, no free process for logins, or a proxy that asks the server behind it",
    next: ["time {curl} --request CAPABILITY", LOAD],
    rfc: "RFC 9051 section 6.1.1",
  },
  starttls: {
    cause: "resources",
    title: "Answer to STARTTLS is slow",
    step: "The server's answer to STARTTLS",
    why: "a busy machine, or a TLS process that has to be started first",
    next: [`{swaks} ${LAPSE} --quit-after TLS`, LOAD],
    rfc: "RFC 3207 section 4",
  },
  stls: {
    cause: "resources",
    title: "Answer to STLS is slow",
    step: "The server's answer to STLS",
    why: "a busy machine, or a TLS process that has to be started first",
    next: ["time {openssl} </dev/null", LOAD],
    rfc: "RFC 2595 section 4",
  },
  tls: {
    cause: "resources",
    title: "TLS handshake is slow",
    step: "Setting up encryption",
    why: "a busy processor, a large RSA key, or large packets that are lost on the way (MTU)",
    next: [
      "time {openssl} </dev/null",
      "On the server: openssl speed rsa2048 rsa4096 ecdsap256",
      "ping -M do -s 1400 {host}",
      LOAD,
    ],
    rfc: "RFC 8446 section 2",
  },
  "ehlo-tls": {
    cause: "configuration",
    title: "Answer to EHLO after TLS is slow",
    step: "The server's second answer to EHLO",
    why: "the lookup of our name, or a policy server that is asked here",
    next: [`{swaks} ${LAPSE} --quit-after EHLO`, "Postfix: postconf smtpd_helo_restrictions", LOAD],
    rfc: "RFC 3207 section 4.2",
  },
  "capability-tls": {
    cause: "resources",
    title: "List of capabilities after TLS is slow",
    step: "The server's second list of what it can do",
    why: "a busy machine, no free process for logins, or a proxy that asks the server behind it",
    next: ["time {curl} --request CAPABILITY", LOAD],
    rfc: "RFC 9051 section 6.2.1",
  },
  auth: { ...LOGGING_IN, rfc: "RFC 4954 section 4" },
  login: { ...LOGGING_IN, rfc: "RFC 9051 section 6.2.2" },
  select: {
    cause: "resources",
    title: "Opening the folder is slow",
    step: "Opening the folder",
    why: "an index that is built anew, a slow or distant disk, or a mailbox that somebody else has locked",
    next: ["time {examine}", "Dovecot: doveadm mailbox status -u {user} all INBOX", "On the server: iostat -x 1 5", LOAD],
    rfc: "RFC 9051 section 6.3.3",
  },
  list: {
    cause: "resources",
    title: "List of messages is slow",
    step: "Listing the messages",
    why: "the sizes of many messages that have to be read first, a slow disk, or a locked mailbox",
    next: ["time {login}", "Dovecot: doveadm mailbox status -u {user} all INBOX", "On the server: iostat -x 1 5", LOAD],
    rfc: "RFC 1939 section 5",
  },
  mail: {
    cause: "configuration",
    title: "Answer to the sender is slow",
    step: "The server's answer to the sender",
    why: "lookups of the sender's domain, SPF, or a policy server that is asked here",
    next: [`{mail} ${LAPSE} --quit-after MAIL`, "dig {fromDomain} MX", "Postfix: postconf smtpd_sender_restrictions smtpd_milters"],
    rfc: "RFC 5321 section 4.5.3.2.2",
  },
  rcpt: {
    cause: "configuration",
    title: "Answer to the recipient is slow",
    step: "The server's answer to the recipient",
    why: "a DNS list that no longer answers, a slow recipient database, a policy server, or a call to the next server (recipient verification)",
    next: [
      `{mail} ${LAPSE} --quit-after RCPT`,
      "Postfix: postconf smtpd_recipient_restrictions smtpd_relay_restrictions address_verify_poll_delay",
      LOAD,
    ],
    rfc: "RFC 5321 section 4.5.3.2.3",
  },
  data: {
    cause: "resources",
    title: "Answer to the message is slow",
    step: "Taking the message",
    why: "spam and virus filters, or a slow disk under the queue",
    next: [`{mail} ${LAPSE}`, "On the server: iostat -x 1 5", "Postfix: postconf smtpd_milters smtpd_proxy_filter content_filter"],
    rfc: "RFC 5321 section 4.5.3.2.6",
  },
  quit: {
    cause: "resources",
    title: "Goodbye is slow",
    step: "The server's goodbye",
    why: "a busy machine; for mail it means little",
    next: [`{swaks} ${LAPSE} --quit-after EHLO`, LOAD],
    rfc: "RFC 5321 section 4.1.1.10",
  },
  logout: {
    cause: "resources",
    title: "Goodbye is slow",
    step: "The server's goodbye",
    why: "a busy machine; for mail it means little",
    next: ["time {curl} --request LOGOUT", LOAD],
    rfc: "RFC 9051 section 6.1.3",
  },
};

/** What is else in IMAP and POP3, where the stage is one of another kind too. */
export function mailboxSlow(kind: "imap" | "pop3") {
  return {
    "greeting.slow": {
      expert: overThreshold("a reverse lookup that does not answer, or no free process for logins"),
      next: ["time {listen}", `Dovecot: doveconf service/${kind}-login`, LOAD],
      rfc: null,
    },
    ...(kind === "imap"
      ? { "starttls.slow": { next: ["time {openssl} </dev/null", LOAD], rfc: "RFC 9051 section 6.2.1" } }
      : {
          "capability.slow": { next: ["time {curl} --request CAPA", LOAD], rfc: "RFC 2449 section 5" },
          "capability-tls.slow": { next: ["time {curl} --request CAPA", LOAD], rfc: "RFC 2595 section 4" },
          "login.slow": { rfc: "RFC 1939 section 7" },
          "quit.slow": { next: ["time {login}", LOAD], rfc: "RFC 1939 section 6" },
        }),
  };
}

/** A stage that took longer than the monitor's threshold for it. */
export const SLOW_ENTRIES = Object.fromEntries(
  STAGES.filter(isDialogueStage).map((stage) => [`${stage}.slow`, entryOf(SLOW[stage])]),
) as Record<`${DialogueStage}.slow`, Entry>;

function entryOf({ cause, title, step, why, next, rfc }: Slow): Entry {
  return {
    cause,
    headline: title,
    plain: `${step} works, but takes longer than this monitor allows.`,
    expert: overThreshold(why),
    next,
    rfc,
  };
}

function overThreshold(why: string): string {
  return `Over the threshold of this stage; what takes time there is ${why}.`;
}
