import type { ReplyCode } from "../check/reply.ts";
import type { DialogueKind } from "../check/stage.ts";
import type { ReplyStage } from "../reason/reason.ts";

/**
 * A stage that waits for a reply, in words. `title` names it, `answered` heads a reply code, `subject` is the reply in a sentence, `doing`
 * what a server may be busy with before it answers, `seeIt` the command that goes just so far, `rfc` where command and reply are defined.
 */
export type ReplyStageWords = { title: string; answered: string; subject: string; doing: string; seeIt: string; rfc: string };

const CAPABILITIES = {
  title: "Capabilities",
  answered: "Capabilities refused",
  subject: "the list of what it can do",
  doing: "a process that has to be started first, or a proxy that asks the server behind it",
  seeIt: "{curl} --request CAPABILITY",
  rfc: "RFC 9051 section 6.1.1",
};

const STARTING_TLS = {
  title: "STARTTLS",
  answered: "STARTTLS",
  subject: "the answer to STARTTLS",
  doing: "reading its key and certificate",
};

const LOGGING_IN = {
  title: "Login",
  answered: "Login refused",
  subject: "the answer to the login",
  doing: "its password database (LDAP, SQL, PAM), or a delay after wrong passwords",
  seeIt: "{login}",
};

/** The words of each stage that waits for a reply, as it is in SMTP, or in IMAP, or only in POP3. */
const REPLY_STAGE_WORDS: Record<ReplyStage, ReplyStageWords> = {
  greeting: {
    title: "Greeting",
    answered: "Greeting",
    subject: "its greeting",
    doing: "the reverse lookup of our address, a DNS list, a delay on purpose, or a queue for a free process",
    seeIt: "{listen}",
    rfc: "RFC 5321 section 3.1",
  },
  ehlo: {
    title: "EHLO",
    answered: "EHLO",
    subject: "the answer to EHLO",
    doing: "the lookup of our name, or a policy server",
    seeIt: "{swaks} --quit-after FIRST-EHLO",
    rfc: "RFC 5321 section 4.1.1.1",
  },
  capability: CAPABILITIES,
  starttls: { ...STARTING_TLS, seeIt: "{swaks} --quit-after TLS", rfc: "RFC 3207 section 4" },
  stls: {
    ...STARTING_TLS,
    title: "STLS",
    answered: "STLS",
    subject: "the answer to STLS",
    seeIt: "{openssl}",
    rfc: "RFC 2595 section 4",
  },
  "ehlo-tls": {
    title: "EHLO after TLS",
    answered: "EHLO after TLS",
    subject: "the answer to EHLO after TLS",
    doing: "the lookup of our name, or a policy server",
    seeIt: "{swaks} --quit-after EHLO",
    rfc: "RFC 3207 section 4.2",
  },
  "capability-tls": {
    ...CAPABILITIES,
    title: "Capabilities after TLS",
    answered: "Capabilities after TLS refused",
    subject: "the list of what it can do after TLS",
    rfc: "RFC 9051 section 6.2.1",
  },
  auth: { ...LOGGING_IN, rfc: "RFC 4954 section 4" },
  login: { ...LOGGING_IN, rfc: "RFC 9051 section 6.2.2" },
  select: {
    title: "Folder",
    answered: "Folder refused",
    subject: "the answer to opening the folder",
    doing: "an index that is built anew, a slow disk, or a mailbox that somebody else has locked",
    seeIt: "{examine}",
    rfc: "RFC 9051 section 6.3.3",
  },
  list: {
    title: "Message list",
    answered: "Message list refused",
    subject: "the list of its messages",
    doing: "the sizes of many messages that have to be read first, a slow disk, or a locked mailbox",
    seeIt: "{login}",
    rfc: "RFC 1939 section 5",
  },
  mail: {
    title: "MAIL FROM",
    answered: "Sender refused",
    subject: "the answer to the sender",
    doing: "lookups of the sender's domain, SPF, or a policy server",
    seeIt: "{mail} --quit-after MAIL",
    rfc: "RFC 5321 section 4.1.1.2",
  },
  rcpt: {
    title: "RCPT TO",
    answered: "Recipient refused",
    subject: "the answer to the recipient",
    doing: "the lookup of the recipient, DNS lists, greylisting, or a call to the next server",
    seeIt: "{mail} --quit-after RCPT",
    rfc: "RFC 5321 section 4.1.1.3",
  },
  data: {
    title: "DATA",
    answered: "Message refused",
    subject: "the answer to the message",
    doing: "the spam and virus filters, or writing the message to its disk",
    seeIt: "{mail}",
    rfc: "RFC 5321 section 4.1.1.4",
  },
  command: {
    title: "A line of the script",
    answered: "Command refused",
    subject: "the answer to a line of the script",
    doing: "a policy server, or a lookup that the line asks for",
    seeIt: "{swaks} --quit-after FIRST-EHLO",
    rfc: "RFC 5321 section 4.1",
  },
  search: {
    title: "Search",
    answered: "Search refused",
    subject: "the answer to the search",
    doing: "reading the headers of many messages, an index that is built anew, or a slow disk",
    seeIt: "{examine}",
    rfc: "RFC 9051 section 6.4.4",
  },
  fetch: {
    title: "Fetch",
    answered: "Fetch refused",
    subject: "the message",
    doing: "reading the message from a slow or distant disk",
    seeIt: "{examine}",
    rfc: "RFC 9051 section 6.4.5",
  },
  delete: {
    title: "Delete",
    answered: "Delete refused",
    subject: "the answer to marking the message as deleted",
    doing: "a mailbox that somebody else has locked, or a slow disk",
    seeIt: "{examine}",
    rfc: "RFC 9051 section 6.4.6",
  },
  expunge: {
    title: "Expunge",
    answered: "Expunge refused",
    subject: "the answer to taking the message out",
    doing: "a mailbox that somebody else has locked, or a slow disk",
    seeIt: "{examine}",
    rfc: "RFC 9051 section 6.4.9",
  },
};

const WAITING_FOR_A_PROCESS = "the reverse lookup of our address, or a queue for a free process";

/** What of them is otherwise where the same stage is one of another kind. */
const OF_KIND: Partial<Record<DialogueKind, Partial<Record<ReplyStage, Partial<ReplyStageWords>>>>> = {
  imap: {
    greeting: { doing: WAITING_FOR_A_PROCESS, rfc: "RFC 9051 section 7.1.5" },
    starttls: { seeIt: "{openssl}", rfc: "RFC 9051 section 6.2.1" },
  },
  pop3: {
    greeting: { doing: WAITING_FOR_A_PROCESS, rfc: "RFC 1939 section 4" },
    capability: { seeIt: "{curl} --request CAPA", rfc: "RFC 2449 section 5" },
    "capability-tls": { seeIt: "{curl} --request CAPA", rfc: "RFC 2595 section 4" },
    login: { rfc: "RFC 1939 section 7, RFC 5034 section 4" },
    search: { seeIt: "{login}", rfc: "RFC 1939 section 7" },
    fetch: { seeIt: "{login}", rfc: "RFC 1939 section 5" },
    delete: { seeIt: "{login}", rfc: "RFC 1939 section 5" },
  },
};

/** The words of a stage as it is in one kind. */
export function replyStageWords(stage: ReplyStage, kind: DialogueKind): ReplyStageWords {
  return { ...REPLY_STAGE_WORDS[stage], ...OF_KIND[kind]?.[stage] };
}

/** How a reply code is headed, with or without its text: "Greeting: 554 No SMTP service here", "Recipient answered: 452 4.3.1 Disk full". */
export function replyHeadline(stage: ReplyStage, replyCode: ReplyCode, text = ""): string {
  return `${REPLY_STAGE_WORDS[stage].answered}: ${replyCode} ${text}`.trimEnd();
}
