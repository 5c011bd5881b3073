import type { ImapTarget, Pop3Target } from "#core/monitor/monitor.ts";
import type { Reason } from "#core/reason/reason.ts";
import { dialogue, type SeededDialogue, type Words } from "./dialogue.ts";
import { CIPHER, endOf, facts, TLS_VERSION } from "./facts.ts";
import { reach } from "./parts.ts";

const PORTS = { imap: 993, pop3: 995 } as const;

const SEEN = {
  imap: {
    banner: "Dovecot (Debian) ready.",
    capabilities: ["IMAP4rev1", "SASL-IR", "LOGIN-REFERRALS", "ID", "ENABLE", "IDLE", "LITERAL+", "AUTH=PLAIN"],
  },
  pop3: {
    banner: "Dovecot (Debian) ready.",
    capabilities: ["CAPA", "TOP", "UIDL", "RESP-CODES", "PIPELINING", "AUTH-RESP-CODE", "USER", "SASL PLAIN"],
  },
} as const;

const seen = (kind: keyof typeof SEEN, host: string, now: number) => ({
  ...facts(host, now),
  banner: SEEN[kind].banner,
  capabilities: [...SEEN[kind].capabilities],
});

/** The way to a server that speaks TLS from the first byte. */
const toGreeting = (kind: keyof typeof PORTS, host: string, now: number): Words[] => [
  ...reach(host, PORTS[kind]),
  ["note", "tls", 45.2, `${TLS_VERSION}, ${CIPHER}`],
  ["note", "tls", 0.1, `certificate CN=${host}, until ${endOf(now, 60)}`],
];

const imapCapability: Words[] = [
  ["received", "greeting", 23.1, `* OK [CAPABILITY ${SEEN.imap.capabilities.join(" ")}] ${SEEN.imap.banner}`],
  ["sent", "capability", 0.2, "a1 CAPABILITY"],
  ["received", "capability", 20.9, `* CAPABILITY ${SEEN.imap.capabilities.join(" ")}`],
  ["received", "capability", 0, "a1 OK Pre-login capabilities listed, post-login capabilities have more."],
];

const imapMailbox = (folder: string): Words[] => [
  ["sent", "login", 0.3, "a4 AUTHENTICATE PLAIN [redacted]"],
  ["received", "login", 41.7, "a4 OK [CAPABILITY IMAP4rev1 IDLE MOVE SORT QUOTA] Logged in"],
  ["sent", "select", 0.2, `a5 EXAMINE "${folder}"`],
  ["received", "select", 24.4, String.raw`* FLAGS (\Answered \Flagged \Deleted \Seen \Draft)`],
  ["received", "select", 0, "* 1204 EXISTS"],
  ["received", "select", 0, "* 0 RECENT"],
  ["received", "select", 0, "* OK [UIDVALIDITY 1731942611] UIDs valid"],
  ["received", "select", 0, "a5 OK [READ-ONLY] Examine completed (0.002 + 0.000 secs)."],
  ["sent", "logout", 0.1, "a6 LOGOUT"],
  ["received", "logout", 20.6, "* BYE Logging out"],
  ["received", "logout", 0, "a6 OK Logout completed (0.001 + 0.000 secs)."],
];

const popCapability: Words[] = [
  ["received", "greeting", 22.8, `+OK ${SEEN.pop3.banner}`],
  ["sent", "capability", 0.2, "CAPA"],
  ["received", "capability", 20.8, "+OK"],
  ...[...SEEN.pop3.capabilities, "."].map((line): Words => ["received", "capability", 0, line]),
];

const popLogin: Words[] = [["sent", "login", 0.3, "AUTH PLAIN [redacted]"]];

const popMailbox: Words[] = [
  ...popLogin,
  ["received", "login", 43.9, "+OK Logged in."],
  ["sent", "list", 0.2, "STAT"],
  ["received", "list", 21.1, "+OK 2 4215"],
  ["sent", "list", 0.1, "LIST"],
  ["received", "list", 20.5, "+OK 2 messages:"],
  ["received", "list", 0, "1 1802"],
  ["received", "list", 0, "2 2413"],
  ["received", "list", 0, "."],
  ["sent", "quit", 0.1, "QUIT"],
  ["received", "quit", 20.3, "+OK Logging out."],
];

/** A check of a mailbox that went well: the login, and the folder or the list of messages. */
export function goodMailbox(target: ImapTarget | Pop3Target, now: number): SeededDialogue {
  const { kind, host } = target;
  const rest = kind === "imap" ? [...imapCapability, ...imapMailbox(target.folder ?? "INBOX")] : [...popCapability, ...popMailbox];
  return dialogue("up", null, seen(kind, host, now), [...toGreeting(kind, host, now), ...rest]);
}

/** Checks of a mailbox that did not go well. */
export const MAILBOX_TROUBLE = {
  mailboxInUse: (host: string, now: number) => {
    const text = "[IN-USE] Do you have another POP session running?";
    const reply = { code: "-ERR", enhanced: "IN-USE", lines: [text] } as const;
    const reason: Reason = { code: "login.reply", stage: "login", reply: { ...reply, lines: [...reply.lines] }, detail: null };
    return dialogue("down", reason, seen("pop3", host, now), [
      ...toGreeting("pop3", host, now),
      ...popCapability,
      ...popLogin,
      ["received", "login", 2_038.4, `-ERR ${text}`],
      ["sent", "quit", 0.1, "QUIT"],
      ["received", "quit", 20.3, "+OK Logging out."],
    ]);
  },
} satisfies Record<string, (host: string, now: number) => SeededDialogue>;
