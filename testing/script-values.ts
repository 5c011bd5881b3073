import type { Script } from "#core/script/script.ts";

type Steps = readonly object[];

/** What somebody may type, and a server may say, to have one command become two. By what people call it. */
export const HOSTILE_VALUES: Readonly<Record<string, string>> = {
  CR: "a\rRSET",
  LF: "a\nRSET",
  CRLF: "a\r\nRSET",
  "CRLF at its end": "a\r\n",
  "CRLF at its start": "\r\nRSET",
  NUL: "a\0b",
  "U+2028": "a\u2028RSET",
  "U+2029": "a\u2029RSET",
  NEL: "a\u0085RSET",
  "vertical tab": "a\vRSET",
  "form feed": "a\fRSET",
  "CRLF in percents": "a%0d%0aRSET",
  "CRLF in capital percents": "a%0D%0ARSET",
  "NUL in percents": "a%00",
  "overlong LF": "a\u00c0\u008aRSET",
  "overlong LF of three bytes": "a\u00e0\u0080\u008aRSET",
  "overlong LF in percents": "a%c0%8aRSET",
  "overlong LF of three bytes in percents": "a%E0%80%8ARSET",
  "LINE SEPARATOR in percents": "a%e2%80%a8RSET",
  "the end of a message": "a\r\n.\r\nMAIL FROM:<x@y.example>",
  "the end of a message in bare LF": "a\n.\nRSET",
  "the end of a message in bare CR": "a\r.\rRSET",
  "a dot": ".",
  "two dots": "..",
  "a line that begins with a dot": ".RSET",
  "a literal": "{10}",
  "a literal that waits for nothing": "{10+}",
  "a literal and its bytes": "{3}\r\nabc",
  quotes: '"',
  "the end of a string": 'a" LOGOUT "',
  "an escape": "a\\",
  "an escaped quote": 'a\\" "b',
  "LF in modified UTF-7": "&AAo-",
  "CRLF in modified UTF-7": "a&AA0ACg-b",
  "an ampersand": "R&D",
  "the beginning of modified UTF-7": "&",
  "CRLF in UTF-7": "+AA0ACg-",
  "the end of a path": "a> SIZE=1",
  "another path": "a>,<b@example.org",
  "angle brackets": "<a>",
  "a source route": "@a.example:b",
  "a second address": "a@b.example,c",
  blanks: "a b",
  "a tab": "a\tb",
  "a command that is not to be had": "DATA",
  "letters that are cut down to CRLF": "a\u010d\u010aRSET",
  "half a surrogate pair": "a\ud80d",
  "a bidi override": "a\u202eTESR",
  "300 characters": "x".repeat(300),
  "600 characters": "x".repeat(600),
  "5,000 characters": "x".repeat(5_000),
};

/** Where a text stands in a script: its steps with this text in it, and, of a line that was said with it, what the text was; null where the line is none. */
export type Place = {
  server: "out" | "in" | "box";
  steps: (text: string) => Steps;
  textIn: (line: string) => string | null;
  /** Whether variables may stand there. */
  isTemplate: boolean;
};

const VIA_TLS = { smtp: "connect", server: "in" };
const MESSAGE_SENT = [
  { smtp: "mail", from: "ada@example.com" },
  { smtp: "rcpt", to: "bob@example.org" },
  { smtp: "data" },
  { smtp: "quit" },
];
const imap = (username: string) => [
  { imap: "connect", server: "in" },
  { imap: "login", username, secret: "password" },
];

const within = (pattern: RegExp) => (line: string) => pattern.exec(line)?.[1] ?? null;
const unquoted = (text: string | null) => text && text.replaceAll(/\\(["\\])/g, "$1");
const fromUtf7 = (text: string | null) =>
  text?.replaceAll(/&([^-]*)-/g, (_, code: string) =>
    code === "" ? "&" : Buffer.from(code.replaceAll(",", "/"), "base64").swap16().toString("utf16le"),
  ) ?? null;
const inPlain = (line: string) => {
  const said = /^AUTH PLAIN ([A-Za-z0-9+/]+=*)$/.exec(line)?.[1];
  return said === undefined ? null : (/^\0([^\0]*)\0pencil$/.exec(Buffer.from(said, "base64").toString("utf8"))?.[1] ?? null);
};

/** Every place where a text of a user, or of a server, can get near a wire. */
export const PLACES: Readonly<Record<string, Place>> = {
  "a line": { server: "out", isTemplate: true, steps: (line) => [{ smtp: "send", line }], textIn: (line) => line },
  "the argument of a line": {
    server: "out",
    isTemplate: true,
    steps: (text) => [{ smtp: "send", line: `NOOP ${text}` }],
    textIn: within(/^NOOP (.*)$/),
  },
  "the EHLO name": {
    server: "out",
    isTemplate: false,
    steps: (as) => [{ smtp: "ehlo", as }],
    textIn: within(/^EHLO (.*)$/),
  },
  "the sender": {
    server: "out",
    isTemplate: true,
    steps: (from) => [{ smtp: "mail", from }],
    textIn: within(/^MAIL FROM:<([^<>]*)>$/),
  },
  "the sender's name": {
    server: "out",
    isTemplate: true,
    steps: (name) => [{ smtp: "mail", from: `${name}@example.com` }],
    textIn: within(/^MAIL FROM:<([^<>]*)@example\.com>$/),
  },
  "the recipient": {
    server: "out",
    isTemplate: true,
    steps: (to) => [MESSAGE_SENT[0]!, { smtp: "rcpt", to }],
    textIn: within(/^RCPT TO:<([^<>]*)>$/),
  },
  "the recipient's domain": {
    server: "out",
    isTemplate: true,
    steps: (domain) => [MESSAGE_SENT[0]!, { smtp: "rcpt", to: `bob@${domain}` }],
    textIn: within(/^RCPT TO:<bob@([^<>]*)>$/),
  },
  "a user of SMTP": {
    server: "in",
    isTemplate: true,
    steps: (username) => [
      { smtp: "quit" },
      VIA_TLS,
      { smtp: "ehlo" },
      { smtp: "auth", username, secret: "password", mechanism: "PLAIN" },
    ],
    textIn: inPlain,
  },
  "a user of IMAP": {
    server: "in",
    isTemplate: true,
    steps: imap,
    textIn: (line) => unquoted(within(/^a4 LOGIN "((?:[^"\\]|\\["\\])*)" "pencil"$/)(line)),
  },
  "a folder": {
    server: "in",
    isTemplate: true,
    steps: (folder) => [...MESSAGE_SENT, ...imap("joe"), { imap: "search", folders: [folder] }],
    textIn: (line) => fromUtf7(unquoted(within(/^a\d+ EXAMINE "((?:[^"\\]|\\["\\])*)"$/)(line))),
  },
  "a user of POP3": {
    server: "in",
    isTemplate: true,
    steps: (username) => [
      { pop3: "connect", server: "in" },
      { pop3: "login", username, secret: "password" },
    ],
    textIn: within(/^USER (\S+)$/),
  },
  "a pattern": {
    server: "out",
    isTemplate: false,
    steps: (pattern) => [{ smtp: "send", line: "NOOP", expect: { text: { matchesNot: pattern } } }],
    textIn: () => null,
  },
  "a header field that is expected": {
    server: "out",
    isTemplate: false,
    steps: (field) => [
      ...MESSAGE_SENT.slice(0, 3),
      { inbound: "receive", limit: "1s" },
      { expect: "message", headers: { [field]: { matches: "a" } } },
    ],
    textIn: () => null,
  },
};

/** The protocol that a place's second server speaks. */
export function protocolAt({ steps }: Place): Script["servers"][string]["protocol"] {
  const all = JSON.stringify(steps("x"));
  return all.includes('"imap"') ? "imap" : all.includes('"pop3"') ? "pop3" : "smtp";
}
