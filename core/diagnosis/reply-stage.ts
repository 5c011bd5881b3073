import type { ReplyStage } from "../reason.ts";

/**
 * A stage that waits for a reply, in words. `title` names it, `answered` heads a reply code, `subject` is the reply in a sentence, `doing`
 * what a server may be busy with before it answers, `seeIt` the command that goes just so far, `rfc` where command and reply are defined.
 */
export type ReplyStageWords = { title: string; answered: string; subject: string; doing: string; seeIt: string; rfc: string };

/** The words of each stage that waits for a reply. */
export const REPLY_STAGE_WORDS: Record<ReplyStage, ReplyStageWords> = {
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
  starttls: {
    title: "STARTTLS",
    answered: "STARTTLS",
    subject: "the answer to STARTTLS",
    doing: "reading its key and certificate",
    seeIt: "{swaks} --quit-after TLS",
    rfc: "RFC 3207 section 4",
  },
  "ehlo-tls": {
    title: "EHLO after TLS",
    answered: "EHLO after TLS",
    subject: "the answer to EHLO after TLS",
    doing: "the lookup of our name, or a policy server",
    seeIt: "{swaks} --quit-after EHLO",
    rfc: "RFC 3207 section 4.2",
  },
  auth: {
    title: "Login",
    answered: "Login refused",
    subject: "the answer to the login",
    doing: "its password database (LDAP, SQL, PAM), or a delay after wrong passwords",
    seeIt: "{login}",
    rfc: "RFC 4954 section 4",
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
};

/** How a reply code is headed, with or without its text: "Greeting: 554 No SMTP service here", "Recipient answered: 452 4.3.1 Disk full". */
export function replyHeadline(stage: ReplyStage, replyCode: number, text = ""): string {
  return `${REPLY_STAGE_WORDS[stage].answered}: ${replyCode} ${text}`.trimEnd();
}
