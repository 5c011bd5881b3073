import { bareLf } from "#testing/server/dialogues/bare-lf.ts";
import { goodInPieces } from "#testing/server/dialogues/good-in-pieces.ts";
import { good } from "#testing/server/dialogues/good.ts";
import { greetedLateAgain } from "#testing/server/dialogues/greeted-late-again.ts";
import { greetedWith } from "#testing/server/dialogues/greeted-with.ts";
import { greetingClosed } from "#testing/server/dialogues/greeting-closed.ts";
import { greetingDelayed } from "#testing/server/dialogues/greeting-delayed.ts";
import { greetingEndless } from "#testing/server/dialogues/greeting-endless.ts";
import { greetingFlood } from "#testing/server/dialogues/greeting-flood.ts";
import { greetingOf } from "#testing/server/dialogues/greeting-of.ts";
import { greetingRefused } from "#testing/server/dialogues/greeting-refused.ts";
import { greetingReset } from "#testing/server/dialogues/greeting-reset.ts";
import { greetingSilent } from "#testing/server/dialogues/greeting-silent.ts";
import { greetingTrickle } from "#testing/server/dialogues/greeting-trickle.ts";
import { twoGreetings } from "#testing/server/dialogues/two-greetings.ts";
import { type Behaviour, isDegraded, isDown, isUp } from "./behaviour.ts";

const REFUSALS = [421, 554, 521];

const FOREIGN = [
  ["HTTP", "HTTP/1.1 400 Bad Request\r\nServer: nginx\r\n\r\n"],
  ["SSH", "SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n"],
  ["a TLS record", "\x16\x03\x01\x00\xa5\x01\x00\x00\xa1\x03\x03"],
  ["IMAP", "* OK [CAPABILITY IMAP4rev1] Dovecot ready.\r\n"],
  ["POP3", "+OK POP3 ready\r\n"],
] as const;

const UNPRINTABLE = [
  ["NUL", "220 mx\x00.example ESMTP\r\n"],
  ["bytes over 127", "220 mx.example \xc3\xa9\xff ESMTP\r\n"],
  ["an escape sequence", "220 mx.example \x1b[2J\x1b[31mESMTP\r\n"],
  ["characters that turn text round", "220 mx.example \xe2\x80\xaeESMTP\r\n"],
] as const;

const NO_REPLIES = [
  ["two digits", "22 mx.example ESMTP\r\n"],
  ["the code 999", "999 mx.example ESMTP\r\n"],
  ["no code", "mx.example ESMTP\r\n"],
  ["a carriage return in the middle", "220 mx.example\rESMTP\r\n"],
  ["a carriage return and nothing after it", "220 mx.example ESMTP\r"],
] as const;

/** From the accepted connection to the last line of the greeting. */
export const GREETING: Behaviour[] = [
  { row: "H00", what: "a good server", dialogue: good, ...isUp },
  { row: "H03", what: "accepts and resets", dialogue: greetingReset, ...isDown("greeting.reset") },
  { row: "H04", what: "accepts and closes", dialogue: greetingClosed, ...isDown("greeting.closed") },
  { row: "H05", what: "accepts and is silent", dialogue: greetingSilent, ...isDown("greeting.timeout") },
  { row: "H06", what: "greets a byte at a time and never ends", dialogue: greetingTrickle, ...isDown("greeting.timeout") },
  { row: "H07", what: "floods without a line end", dialogue: greetingFlood, ...isDown("greeting.line-too-long") },
  { row: "H08", what: "greets without end", dialogue: greetingEndless, ...isDown("greeting.reply-too-large") },
  { row: "H09", what: "greets in two lines with a pause", dialogue: greetingDelayed, ...isUp },
  ...REFUSALS.map((code) => ({
    row: "H10",
    what: `greets with ${code}`,
    dialogue: greetingRefused(`${code} mx.example no service here`),
    ...isDown("greeting.reply"),
  })),
  ...UNPRINTABLE.map(([what, greeting]) => ({
    row: "H11",
    what: `greets with ${what}`,
    dialogue: greetedWith(greeting),
    ...isDegraded("greeting.malformed"),
  })),
  { row: "H12", what: "ends lines with a bare line feed", dialogue: bareLf, ...isUp, warning: /bare line feed/ },
  ...FOREIGN.map(([what, greeting]) => ({
    row: "H13",
    what: `speaks ${what}`,
    dialogue: greetingOf(greeting),
    ...isDown("greeting.not-smtp"),
  })),
  { row: "H14", what: "greets twice", dialogue: twoGreetings, ...isDegraded("greeting.desync") },
  { row: "H14", what: "greets again after EHLO", dialogue: greetedLateAgain, ...isDegraded("greeting.desync") },
  {
    row: "H14",
    what: "says one line more than its greeting",
    dialogue: greetedWith("220 mx.example ESMTP\r\nand more\r\n"),
    ...isDegraded("greeting.desync"),
  },
  { row: "H15", what: "greets with a code and no text", dialogue: greetedWith("220\r\n"), ...isUp },
  ...NO_REPLIES.map(([what, greeting]) => ({
    row: what.startsWith("a carriage return") ? "H12" : "H15",
    what: `greets with ${what}`,
    dialogue: greetingOf(greeting),
    ...isDown("greeting.protocol"),
  })),
  ...[1, 3, 17].map((bytes) => ({
    row: "H16",
    what: `sends its replies in pieces of ${bytes} bytes`,
    dialogue: goodInPieces(bytes),
    ...isUp,
  })),
];
