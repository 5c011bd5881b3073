import type { Reason, ReplyFailure, ReplyOddity, ReplyStage } from "../reason.ts";
import type { Cause, Entry } from "./entry.ts";

/** How each stage is called in a sentence, and where its command and replies are defined. */
const STAGE_WORDS: Record<ReplyStage, { label: string; subject: string; rfc: string }> = {
  greeting: { label: "Greeting", subject: "its greeting", rfc: "RFC 5321 section 3.1" },
  ehlo: { label: "EHLO", subject: "the answer to EHLO", rfc: "RFC 5321 section 4.1.1.1" },
  starttls: { label: "STARTTLS", subject: "the answer to STARTTLS", rfc: "RFC 3207 section 4" },
  "ehlo-tls": { label: "EHLO after TLS", subject: "the answer to EHLO after TLS", rfc: "RFC 3207 section 4.2" },
  auth: { label: "AUTH", subject: "the answer to AUTH", rfc: "RFC 4954 section 4" },
  mail: { label: "MAIL FROM", subject: "the answer to MAIL FROM", rfc: "RFC 5321 section 4.1.1.2" },
  rcpt: { label: "RCPT TO", subject: "the answer to RCPT TO", rfc: "RFC 5321 section 4.1.1.3" },
  data: { label: "DATA", subject: "the answer to DATA", rfc: "RFC 5321 section 4.1.1.4" },
};

const SEE_IT = "swaks --server {host} --port {port} --quit-after EHLO";
const READ_LOG = "On the server: read the mail log at the time of the check.";

/** What each failure to get a good reply means, whatever the stage. */
export function replyEntries(stage: ReplyStage): Record<ReplyFailure | ReplyOddity, Entry> {
  const { label, subject, rfc } = STAGE_WORDS[stage];
  return {
    timeout: {
      cause: "resources",
      headline: `${label} timed out`,
      plain: `The server accepted the connection but did not send ${subject} in time.`,
      expert: `No whole reply within the time limit while waiting for ${subject}: all processes busy, slow DNS or policy lookups, or a tarpit.`,
      next: [
        SEE_IT,
        "On the server: check load, free processes and the resolver it asks.",
        "Raise the time limit if the server delays on purpose.",
      ],
      rfc: "RFC 5321 section 4.5.3.2",
    },
    closed: {
      cause: "resources",
      headline: `${label}: connection closed`,
      plain: `The server hung up instead of sending ${subject}.`,
      expert: `FIN while we waited for ${subject}: a crashed or limited process, tcp wrappers, or a proxy without a back end.`,
      next: [SEE_IT, READ_LOG],
      rfc: "RFC 5321 section 3.8",
    },
    reset: {
      cause: "network",
      headline: `${label}: connection reset`,
      plain: `The connection was broken off before the server sent ${subject}.`,
      expert: `RST while we waited for ${subject}: a crashed process, a full queue, or a firewall that ends connections.`,
      next: [SEE_IT, READ_LOG, "Try the same from another network."],
      rfc: "RFC 9293 section 3.5.2",
    },
    reply: {
      cause: causeOfReply,
      headline: `${label} refused`,
      plain: `The server answered, but ${subject.replace(/^its /, "the ")} was a refusal.`,
      expert: `The reply code does not allow going on: 4yz is meant to pass, 5yz is meant to stay; the text and the enhanced code say why.`,
      next: [SEE_IT, READ_LOG, "If the text names a block list, look this worker's address up there."],
      rfc,
    },
    protocol: {
      cause: "configuration",
      headline: `${label}: not SMTP`,
      plain: "Something answers on this port, but not in the language of mail servers.",
      expert: `${label} is no SMTP reply: another protocol on this port, a middlebox that rewrites, or a broken server.`,
      next: ["nc {host} {port}", "Check the port: 25 and 587 speak SMTP at once, 465 speaks TLS first."],
      rfc: "RFC 5321 section 4.2",
    },
    "line-too-long": {
      cause: "configuration",
      headline: `${label}: line too long`,
      plain: "The server sends a line without an end, which no mail program can read.",
      expert: "A line went over 2,048 bytes; a reply line may have 512.",
      next: ["nc {host} {port} | head -c 4096 | hexdump -C | head"],
      rfc: "RFC 5321 section 4.5.3.1.5",
    },
    "reply-too-large": {
      cause: "configuration",
      headline: `${label}: reply too large`,
      plain: "The server's answer does not come to an end.",
      expert: "A reply went over 64 KiB or 128 lines, or the session over 256 KiB.",
      next: ["nc {host} {port} | head -n 200"],
      rfc: "RFC 5321 section 4.2.1",
    },
    malformed: {
      cause: "configuration",
      headline: `${label}: strange bytes`,
      plain: "The server's answer holds characters that do not belong in one and can hide what it says.",
      expert: "Control bytes or bidirectional controls in the text of a reply, which may only hold printable characters and tabs.",
      next: ["nc {host} {port} | hexdump -C | head"],
      rfc: "RFC 5321 section 4.2",
    },
    desync: {
      cause: "configuration",
      headline: `${label}: more than one reply`,
      plain: "The server says more than it was asked, so that its answers no longer belong to our questions.",
      expert: "More lines came than one reply has: a proxy that answers too, a filter that injects text, or a server out of step.",
      next: [SEE_IT, READ_LOG],
      rfc: "RFC 5321 section 4.2.1",
    },
  };
}

/** How a reply code is headed, with or without its text: "Greeting: 554 No SMTP service here". */
export function replyHeadline(stage: ReplyStage, replyCode: number, text = ""): string {
  return `${STAGE_WORDS[stage].label}: ${replyCode} ${text}`.trimEnd();
}

/** RFC 3463: x.7.z is policy, x.3.z and x.2.z are the system's and the mailbox's state. RFC 5321 has 554 in a greeting for "no service". */
function causeOfReply({ stage, reply }: Reason): Cause {
  if (reply === null) return "configuration";
  const subject = reply.enhanced?.split(".")[1];
  if (subject === "7" || (stage === "greeting" && reply.code === 554)) return "blocklisting";
  if (reply.code < 500 || subject === "3" || subject === "2") return "resources";
  return "configuration";
}
