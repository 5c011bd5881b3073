import { ehloAnswered } from "#testing/server/dialogues/ehlo-answered.ts";
import { ehloEndless } from "#testing/server/dialogues/ehlo-endless.ts";
import { ehloThen } from "#testing/server/dialogues/ehlo-then.ts";
import { ehloTrickle } from "#testing/server/dialogues/ehlo-trickle.ts";
import { ehloUnknown } from "#testing/server/dialogues/ehlo-unknown.ts";
import { close, hold, quiet, repeat, reset, send, sendInPieces } from "#testing/server/steps.ts";
import { type Behaviour, isDegraded, isDown, isUp } from "./behaviour.ts";

const KEYWORDS = Array.from({ length: 10_000 }, (_, number) => `250-X-KEYWORD-${number}\r\n`).join("");
const ODD_CODES = [
  ["mixed codes", "250-mx.example\r\n550 no\r\n"],
  ["a code that changes in the middle", "250-mx.example\r\n251-SIZE\r\n250 8BITMIME\r\n"],
  ["a line without a code", "250-mx.example\r\nSIZE\r\n250 8BITMIME\r\n"],
  ["a comma after its code", "250,mx.example\r\n"],
  ["a code of four digits", "2500 mx.example\r\n"],
] as const;

/** From EHLO to the last line of its answer. */
export const EHLO: Behaviour[] = [
  {
    row: "H17",
    what: "answers EHLO a byte at a time and never ends",
    dialogue: ehloThen(repeat("2", 100)),
    ...isDown("ehlo.timeout"),
  },
  { row: "H17", what: "does not answer EHLO", dialogue: ehloThen(hold), ...isDown("ehlo.timeout") },
  { row: "H18", what: "lists capabilities without end", dialogue: ehloEndless, ...isDown("ehlo.reply-too-large") },
  { row: "H18", what: "lists a capability now and then, without end", dialogue: ehloTrickle, ...isDown("ehlo.timeout") },
  ...ODD_CODES.map(([what, bytes]) => ({
    row: "H19",
    what: `answers EHLO with ${what}`,
    dialogue: ehloThen(send(bytes), hold),
    ...isDown("ehlo.protocol"),
  })),
  ...[500, 502, 504].map((code) => ({
    row: "H20",
    what: `answers EHLO with ${code} and HELO with 250`,
    dialogue: ehloUnknown(code),
    ...isUp,
    warning: /only HELO/,
  })),
  ...[221, 354, 421, 530, 550].map((code) => ({
    row: "H21",
    what: `answers EHLO with ${code}`,
    dialogue: ehloAnswered(`${code} go away\r\n`),
    ...isDown("ehlo.reply"),
  })),
  { row: "H22", what: "lists 10,000 capabilities", dialogue: ehloThen(send(KEYWORDS)), ...isDown("ehlo.reply-too-large") },
  {
    row: "H22",
    what: "lists one capability of 60 KiB",
    dialogue: ehloThen(send(`250-${"X".repeat(60 * 1024)}\r\n250 SIZE\r\n`)),
    ...isDown("ehlo.line-too-long"),
  },
  {
    row: "H22",
    what: "closes in the middle of its answer",
    dialogue: ehloThen(send("250-mx.exa"), close),
    ...isDown("ehlo.closed"),
  },
  {
    row: "H22",
    what: "resets in the middle of its answer",
    dialogue: ehloThen(send("250-mx"), quiet(20), reset),
    ...isDown("ehlo.reset"),
  },
  {
    row: "H47",
    what: "says more than the answer to EHLO",
    dialogue: ehloAnswered("250 mx.example\r\n250 8BITMIME\r\n"),
    ...isDegraded("ehlo.desync"),
  },
  { row: "H53", what: "answers EHLO with markup", dialogue: ehloAnswered("250-<script>alert(1)</script>\r\n250 =cmd|' /C calc'!A0\r\n"), ...isUp }, // prettier-ignore
  {
    row: "H58",
    what: "greets by one name and answers EHLO by another",
    dialogue: ehloAnswered("250 other.example\r\n"),
    ...isUp,
    warning: /greets as mx\.example/,
  },
  {
    row: "H58",
    what: "says our own name back",
    dialogue: ehloAnswered("250 probe.example\r\n"),
    ...isUp,
    warning: /answers EHLO as/,
  },
  {
    row: "H16",
    what: "answers EHLO in pieces across packets",
    dialogue: [...ehloThen(sendInPieces("250-mx.example\r\n250 SIZE 10\r\n", 5, 2)), hold],
    ...isUp,
    warning: /QUIT was not answered/,
  },
];
