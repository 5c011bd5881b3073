import { capa, pop3Farewell, pop3Greeting, pop3Offering } from "#testing/server/dialogues/pop3.ts";
import { close, expect, flood, hold, quiet, repeat, reset, send, sendInPieces } from "#testing/server/steps.ts";
import type { Dialogue, Step } from "#testing/server/steps.ts";
import { isDegraded, isDown, isUp } from "../behaviour.ts";
import type { Pop3Behaviour } from "./pop3-behaviour.ts";
import { OFFERED } from "./pop3-behaviour.ts";

/** Everything as it should be, after this greeting. */
const greetedWith = (greeting: string): Dialogue => [send(greeting), ...capa(...OFFERED), ...pop3Farewell];
const capaThen = (...steps: Step[]): Dialogue => [pop3Greeting, expect(/^CAPA$/), ...steps];
const capaAnswered = (bytes: string): Dialogue => [...capaThen(send(bytes)), ...pop3Farewell];
const inPieces = (bytes: number): Dialogue => [
  sendInPieces("+OK mx.example ready\r\n", bytes, 1),
  expect(/^CAPA$/),
  sendInPieces("+OK\r\nTOP\r\n..\r\n.\r\n", bytes, 1),
  expect(/^QUIT$/),
  sendInPieces("+OK bye\r\n", bytes, 1),
];

const CAPABILITIES = Array.from({ length: 10_000 }, (_, number) => `X-${number}\r\n`).join("");

/** Without TLS, up to the capabilities. */
export const IN_CLEAR: Pop3Behaviour[] = [
  { row: "H00", what: "a good server", dialogue: pop3Offering(OFFERED), ...isUp },
  { row: "H03", what: "accepts and resets", dialogue: [reset], ...isDown("greeting.reset") },
  { row: "H04", what: "accepts and closes", dialogue: [close], ...isDown("greeting.closed") },
  { row: "H05", what: "accepts and is silent", dialogue: [hold], ...isDown("greeting.timeout") },
  { row: "H07", what: "floods without a line end", dialogue: [flood("+")], ...isDown("greeting.line-too-long") },
  {
    row: "H11",
    what: "greets with an escape sequence",
    dialogue: greetedWith("+OK \x1b[31mred\r\n"),
    ...isDegraded("greeting.malformed"),
  },
  {
    row: "H12",
    what: "ends lines with a bare line feed",
    dialogue: [send("+OK\n"), expect(/^CAPA$/), send("+OK\nTOP\n.\n"), expect(/^QUIT$/), send("+OK\n")],
    warning: /bare line feed/,
    ...isUp,
  },
  {
    row: "H12",
    what: "greets with a bare carriage return",
    dialogue: [send("+OK\rready\r\n"), hold],
    ...isDown("greeting.protocol"),
  },
  ...[
    ["SMTP", "220 mx.example ESMTP\r\n"],
    ["IMAP", "* OK IMAP4rev1 ready\r\n"],
    ["HTTP", "HTTP/1.1 400 Bad Request\r\n"],
    ["TLS", "\x16\x03\x01\x02\x00\x01"],
  ].map(([what, greeting]) => ({
    row: "H13",
    what: `speaks ${what}`,
    dialogue: [send(greeting!), hold],
    ...isDown("greeting.not-pop3"),
  })),
  {
    row: "H14",
    what: "greets twice",
    dialogue: greetedWith("+OK ready\r\n+OK ready\r\n"),
    ...isDegraded("greeting.desync"),
  },
  { row: "H15", what: "greets with +OK and no text", dialogue: greetedWith("+OK\r\n"), ...isUp },
  ...["+ok ready", "+OKAY", "OK ready"].map((greeting) => ({
    row: "H15",
    what: `greets with ${greeting}`,
    dialogue: [send(`${greeting}\r\n`), hold],
    ...isDown("greeting.protocol"),
  })),
  ...[1, 3, 17].map((bytes) => ({
    row: "H16",
    what: `sends its replies in pieces of ${bytes} bytes`,
    dialogue: inPieces(bytes),
    ...isUp,
  })),
  {
    row: "H17",
    what: "answers CAPA and never ends",
    dialogue: capaThen(send("+OK\r\nTOP\r\n"), hold),
    ...isDown("capability.timeout"),
  },
  {
    row: "H20",
    what: "does not know CAPA",
    dialogue: capaAnswered("-ERR unknown command\r\n"),
    warning: /does not know CAPA/,
    ...isUp,
  },
  {
    row: "H21",
    what: "answers CAPA with trouble of its own",
    dialogue: capaAnswered("-ERR [SYS/TEMP] later\r\n"),
    ...isDown("capability.reply"),
  },
  { row: "H22", what: "lists 10,000 capabilities", dialogue: capaThen(send(`+OK\r\n${CAPABILITIES}`)), ...isDown("capability.reply-too-large") }, // prettier-ignore
  {
    row: "H22",
    what: "lists one capability of 60 KiB",
    dialogue: capaThen(send(`+OK\r\n${"X".repeat(60 * 1024)}\r\n.\r\n`)),
    ...isDown("capability.line-too-long"),
  },
  {
    row: "H22",
    what: "closes in the middle of its list",
    dialogue: capaThen(send("+OK\r\nTO"), close),
    ...isDown("capability.closed"),
  },
  {
    row: "H22",
    what: "resets in the middle of its list",
    dialogue: capaThen(send("+OK\r\nTO"), quiet(20), reset),
    ...isDown("capability.reset"),
  },
  { row: "H47", what: "says more than the answer to CAPA", dialogue: capaAnswered("+OK\r\nTOP\r\n.\r\n+OK\r\n"), ...isDegraded("capability.desync") }, // prettier-ignore
  { row: "H48", what: "does not answer QUIT", dialogue: pop3Offering(OFFERED).slice(0, -2).concat(hold), warning: /QUIT was not answered \(timeout\)/, ...isUp }, // prettier-ignore
  { row: "H48", what: "closes instead of answering QUIT", dialogue: pop3Offering(OFFERED).slice(0, -2).concat(close), warning: /QUIT was not answered \(closed\)/, ...isUp }, // prettier-ignore
  { row: "H48", what: "answers QUIT twice", dialogue: [...pop3Offering(OFFERED).slice(0, -2), send("+OK bye\r\n+OK bye\r\n")], ...isDegraded("capability.desync") }, // prettier-ignore
  {
    row: "H52",
    what: "greets with -ERR",
    dialogue: [send("-ERR no service here\r\n"), ...pop3Farewell],
    ...isDown("greeting.reply"),
  },
  { row: "H52", what: "lists capabilities without end", dialogue: capaThen(send("+OK\r\n"), flood("X-MORE\r\n")), ...isDown("capability.reply-too-large") }, // prettier-ignore
  { row: "H52", what: "lists a capability now and then, without end", dialogue: capaThen(send("+OK\r\n"), repeat("X\r\n", 100)), ...isDown("capability.timeout") }, // prettier-ignore
  { row: "H53", what: "offers markup", dialogue: capaAnswered("+OK <script>alert(1)</script>\r\n=cmd|' /C calc'!A0\r\n.\r\n"), ...isUp }, // prettier-ignore
];
