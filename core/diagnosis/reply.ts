import type { DialogueKind } from "../check/stage.ts";
import type { ReplyFailure, ReplyOddity, ReplyStage } from "../reason/reason.ts";
import type { Entry } from "./entry.ts";
import { replyStageWords } from "./reply-stage.ts";

const READ_LOG = "On the server: journalctl --facility mail --since -15min";
const LOOK_AT_BYTES = "{listen} | head -c 4096 | hexdump -C";

/** What the protocols have different about their replies. */
type ProtocolWords = {
  /** How a refusal is told from a yes, and what says why. */
  refusal: string;
  /** Where the protocol speaks at once, and where TLS comes first. */
  ports: string;
  banner: readonly string[];
  lineBytes: string;
  rfc: { waiting: string; closing: string; reply: string; line: string; lines: string };
};

const PROTOCOLS: Record<DialogueKind, ProtocolWords & { name: string }> = {
  smtp: {
    name: "SMTP",
    refusal:
      "The reply code does not allow going on: 4yz is meant to pass, 5yz is meant to stay; the text and the enhanced code say why.",
    ports: "Check the port: 25 and 587 speak SMTP at once, 465 speaks TLS first.",
    banner: ["Postfix: postconf smtpd_banner myhostname", "Look for a banner, a translation or a filter that puts them there."],
    lineBytes: "2,048 bytes; a reply line may have 512",
    rfc: {
      waiting: "RFC 5321 section 4.5.3.2",
      closing: "RFC 5321 section 3.8",
      reply: "RFC 5321 section 4.2",
      line: "RFC 5321 section 4.5.3.1.5",
      lines: "RFC 5321 section 4.2.1",
    },
  },
  imap: {
    name: "IMAP",
    refusal:
      "NO is a refusal, BAD a command that was not understood, BYE an end; the code in brackets, where there is one, says why.",
    ports: "Check the port: 143 speaks IMAP at once, 993 speaks TLS first.",
    banner: ["Dovecot: doveconf login_greeting", "Look for a greeting, a folder's name or a filter that puts them there."],
    lineBytes: "8,192 bytes; no answer to what we ask has such a line",
    rfc: {
      waiting: "RFC 9051 section 5.4",
      closing: "RFC 9051 section 7.1.6",
      reply: "RFC 9051 section 7",
      line: "RFC 9051 section 4.3",
      lines: "RFC 9051 section 4.3",
    },
  },
  pop3: {
    name: "POP3",
    refusal: "-ERR is a refusal; the code in brackets, where there is one, says whether it is meant to pass.",
    ports: "Check the port: 110 speaks POP3 at once, 995 speaks TLS first.",
    banner: ["Dovecot: doveconf login_greeting", "Look for a greeting or a filter that puts them there."],
    lineBytes: "2,048 bytes; a reply line may have 512",
    rfc: {
      waiting: "RFC 1939 section 3",
      closing: "RFC 1939 section 3",
      reply: "RFC 1939 section 3",
      line: "RFC 1939 section 3, RFC 2449 section 4",
      lines: "RFC 1939 section 3",
    },
  },
};

/** What each failure to get a good reply means, whatever the stage. */
export function replyEntries(stage: ReplyStage, kind: DialogueKind): Record<ReplyFailure | ReplyOddity, Entry> {
  const { title, answered, subject, doing, seeIt, rfc } = replyStageWords(stage, kind);
  const protocol = PROTOCOLS[kind];
  const refusal = subject.replace(/^its /, "the ");
  return {
    timeout: {
      cause: "resources",
      headline: `${title} timed out`,
      plain: `The server accepted the connection but did not send ${subject} in time.`,
      expert: `No whole reply within the time limit while waiting for ${subject}; what takes time there is ${doing}.`,
      next: [`time ${seeIt}`, "On the server: uptime; ss -s", READ_LOG, "Raise the time limit if the server delays on purpose."],
      rfc: protocol.rfc.waiting,
    },
    closed: {
      cause: "resources",
      headline: `${title}: connection closed`,
      plain: `The server hung up instead of sending ${subject}.`,
      expert: `FIN while we waited for ${subject}: a crashed or limited process, tcp wrappers, or a proxy without a back end.`,
      next: [seeIt, READ_LOG, "On the server: journalctl -k --grep 'oom|segfault'"],
      rfc: protocol.rfc.closing,
    },
    reset: {
      cause: "network",
      headline: `${title}: connection reset`,
      plain: `The connection was broken off before the server sent ${subject}.`,
      expert: `RST while we waited for ${subject}: a crashed process, a full queue of connections, or a firewall that ends them.`,
      next: [
        seeIt,
        READ_LOG,
        "On the server: nstat -az TcpExtListenOverflows TcpExtListenDrops",
        "Try the same from another network.",
      ],
      rfc: "RFC 9293 section 3.5.2",
    },
    reply: {
      cause: "configuration",
      headline: answered.endsWith("refused") ? answered : `${answered} refused`,
      plain: `The server answered, but ${refusal} was a refusal.`,
      expert: protocol.refusal,
      next: [seeIt, READ_LOG],
      rfc,
    },
    protocol: {
      cause: "configuration",
      headline: `${title}: not understood`,
      plain: "Something answers on this port, but not in the language of mail servers.",
      expert: `Instead of ${subject} came what is no ${protocol.name} reply: a broken server, or a middlebox that rewrites what it says.`,
      next: [LOOK_AT_BYTES, protocol.ports],
      rfc: protocol.rfc.reply,
    },
    "line-too-long": {
      cause: "configuration",
      headline: `${title}: line too long`,
      plain: "The server sends a line without an end, which no mail program can read.",
      expert: `A line went over ${protocol.lineBytes}.`,
      next: [LOOK_AT_BYTES],
      rfc: protocol.rfc.line,
    },
    "reply-too-large": {
      cause: "configuration",
      headline: `${title}: reply too large`,
      plain: "The server's answer does not come to an end.",
      expert: TOO_LARGE[kind],
      next: [seeIt, READ_LOG],
      rfc: protocol.rfc.lines,
    },
    malformed: {
      cause: "configuration",
      headline: `${title}: bytes that do not belong there`,
      plain: "The server's answer holds characters that have no place in one and can make it look like something else.",
      expert:
        "Control bytes or bidirectional controls in the text of a reply, which may hold printable ASCII, spaces and tabs only.",
      next: [LOOK_AT_BYTES, ...protocol.banner],
      rfc: protocol.rfc.reply,
    },
    desync: {
      cause: "configuration",
      headline: `${title}: more than one reply`,
      plain: "The server says more than it was asked, so that its answers may no longer belong to our questions.",
      expert:
        "More lines came than one reply has: a proxy that answers as well, a filter that injects text, or a server out of step.",
      next: [seeIt, READ_LOG, "Take proxies and filters before the server away one by one until it is gone."],
      rfc: protocol.rfc.reply,
    },
  };
}

const TOO_LARGE: Record<DialogueKind, string> = {
  smtp: "A reply went over 64 KiB or 128 lines, or the session over 256 KiB.",
  imap: "A literal was announced with more than 64 KiB, or an answer went over 64 KiB or 1,000 lines, or the session over 256 KiB.",
  pop3: "A reply went over 64 KiB, or a list over its lines, or the session over 256 KiB.",
};
