import type { ReplyFailure, ReplyOddity, ReplyStage } from "../reason.ts";
import type { Entry } from "./entry.ts";
import { REPLY_STAGE_WORDS } from "./reply-stage.ts";

const READ_LOG = "On the server: journalctl --facility mail --since -15min";
const LOOK_AT_BYTES = "{listen} | head -c 4096 | hexdump -C";

/** What each failure to get a good reply means, whatever the stage. */
export function replyEntries(stage: ReplyStage): Record<ReplyFailure | ReplyOddity, Entry> {
  const { title, answered, subject, doing, seeIt, rfc } = REPLY_STAGE_WORDS[stage];
  const refusal = subject.replace(/^its /, "the ");
  return {
    timeout: {
      cause: "resources",
      headline: `${title} timed out`,
      plain: `The server accepted the connection but did not send ${subject} in time.`,
      expert: `No whole reply within the time limit while waiting for ${subject}; what takes time there is ${doing}.`,
      next: [`time ${seeIt}`, "On the server: uptime; ss -s", READ_LOG, "Raise the time limit if the server delays on purpose."],
      rfc: "RFC 5321 section 4.5.3.2",
    },
    closed: {
      cause: "resources",
      headline: `${title}: connection closed`,
      plain: `The server hung up instead of sending ${subject}.`,
      expert: `FIN while we waited for ${subject}: a crashed or limited process, tcp wrappers, or a proxy without a back end.`,
      next: [seeIt, READ_LOG, "On the server: journalctl -k --grep 'oom|segfault'"],
      rfc: "RFC 5321 section 3.8",
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
      expert:
        "The reply code does not allow going on: 4yz is meant to pass, 5yz is meant to stay; the text and the enhanced code say why.",
      next: [seeIt, READ_LOG],
      rfc,
    },
    protocol: {
      cause: "configuration",
      headline: `${title}: not SMTP`,
      plain: "Something answers on this port, but not in the language of mail servers.",
      expert: `Instead of ${subject} came what is no SMTP reply: a broken server, or a middlebox that rewrites what it says.`,
      next: [LOOK_AT_BYTES, "Check the port: 25 and 587 speak SMTP at once, 465 speaks TLS first."],
      rfc: "RFC 5321 section 4.2",
    },
    "line-too-long": {
      cause: "configuration",
      headline: `${title}: line too long`,
      plain: "The server sends a line without an end, which no mail program can read.",
      expert: "A line went over 2,048 bytes; a reply line may have 512.",
      next: [LOOK_AT_BYTES],
      rfc: "RFC 5321 section 4.5.3.1.5",
    },
    "reply-too-large": {
      cause: "configuration",
      headline: `${title}: reply too large`,
      plain: "The server's answer does not come to an end.",
      expert: "A reply went over 64 KiB or 128 lines, or the session over 256 KiB.",
      next: [seeIt, READ_LOG],
      rfc: "RFC 5321 section 4.2.1",
    },
    malformed: {
      cause: "configuration",
      headline: `${title}: bytes that do not belong there`,
      plain: "The server's answer holds characters that have no place in one and can make it look like something else.",
      expert:
        "Control bytes or bidirectional controls in the text of a reply, which may hold printable ASCII, spaces and tabs only.",
      next: [
        LOOK_AT_BYTES,
        "Postfix: postconf smtpd_banner myhostname",
        "Look for a banner, a translation or a filter that puts them there.",
      ],
      rfc: "RFC 5321 section 4.2",
    },
    desync: {
      cause: "configuration",
      headline: `${title}: more than one reply`,
      plain: "The server says more than it was asked, so that its answers may no longer belong to our questions.",
      expert:
        "More lines came than one reply has: a proxy that answers as well, a filter that injects text, or a server out of step.",
      next: [seeIt, READ_LOG, "Take proxies and filters before the server away one by one until it is gone."],
      rfc: "RFC 5321 section 4.2",
    },
  };
}
