import type { ImapTarget, Pop3Target } from "#core/monitor/monitor.ts";
import type { Reason } from "#core/reason/reason.ts";
import { dialogue, type SeededDialogue, type Words } from "./dialogue.ts";
import { facts } from "./facts.ts";
import { exchange, handshake, reach } from "./parts.ts";

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
  ...handshake(host, now),
];

const imapCapability: Words[] = [
  ["received", "greeting", 23.1, `* OK [CAPABILITY ${SEEN.imap.capabilities.join(" ")}] ${SEEN.imap.banner}`],
  ...exchange(
    "capability",
    "a1 CAPABILITY",
    20.9,
    `* CAPABILITY ${SEEN.imap.capabilities.join(" ")}`,
    "a1 OK Pre-login capabilities listed, post-login capabilities have more.",
  ),
];

const imapMailbox = (folder: string): Words[] => [
  ...exchange("login", "a4 AUTHENTICATE PLAIN [redacted]", 41.7, "a4 OK [CAPABILITY IMAP4rev1 IDLE MOVE SORT QUOTA] Logged in"),
  ...exchange(
    "select",
    `a5 EXAMINE "${folder}"`,
    24.4,
    String.raw`* FLAGS (\Answered \Flagged \Deleted \Seen \Draft)`,
    "* 1204 EXISTS",
    "* 0 RECENT",
    "* OK [UIDVALIDITY 1731942611] UIDs valid",
    "a5 OK [READ-ONLY] Examine completed (0.002 + 0.000 secs).",
  ),
  ...exchange("logout", "a6 LOGOUT", 20.6, "* BYE Logging out", "a6 OK Logout completed (0.001 + 0.000 secs)."),
];

const popCapability: Words[] = [
  ["received", "greeting", 22.8, `+OK ${SEEN.pop3.banner}`],
  ...exchange("capability", "CAPA", 20.8, "+OK", ...SEEN.pop3.capabilities, "."),
];

const popLogin = (ms: number, answer: string) => exchange("login", "AUTH PLAIN [redacted]", ms, answer);

const popQuit = exchange("quit", "QUIT", 20.3, "+OK Logging out.");

const popMailbox: Words[] = [
  ...popLogin(43.9, "+OK Logged in."),
  ...exchange("list", "STAT", 21.1, "+OK 2 4215"),
  ...exchange("list", "LIST", 20.5, "+OK 2 messages:", "1 1802", "2 2413", "."),
  ...popQuit,
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
      ...popLogin(2_038.4, `-ERR ${text}`),
      ...popQuit,
    ]);
  },
} satisfies Record<string, (host: string, now: number) => SeededDialogue>;
