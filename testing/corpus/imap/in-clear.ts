import { capability, IMAP_OFFERED, imapFarewell, imapGreeting, imapOffering } from "#testing/server/dialogues/imap.ts";
import { close, expect, flood, hold, quiet, repeat, reset, send, sendInPieces } from "#testing/server/steps.ts";
import type { Dialogue, Step } from "#testing/server/steps.ts";
import { isDegraded, isDown, isUp } from "../behaviour.ts";
import type { ImapBehaviour } from "./imap-behaviour.ts";

/** Everything as it should be, after this greeting. */
const greetedWith = (greeting: string): Dialogue => [send(greeting), ...capability(IMAP_OFFERED), ...imapFarewell];
const capabilityThen = (...steps: Step[]): Dialogue => [imapGreeting, expect(/^a1 CAPABILITY$/), ...steps];
const capabilityAnswered = (bytes: string): Dialogue => [...capabilityThen(send(bytes)), ...imapFarewell];
const listed = "* CAPABILITY IMAP4rev1\r\n";
const inPieces = (bytes: number): Dialogue => [
  sendInPieces("* OK mx.example ready\r\n", bytes, 1),
  expect(/^a1 CAPABILITY$/),
  sendInPieces(`* LIST () NIL {5}\r\na1 OK\r\n${listed}a1 OK done\r\n`, bytes, 1),
  expect(/^a6 LOGOUT$/),
  sendInPieces("* BYE\r\na6 OK\r\n", bytes, 1),
];

/** Without TLS, up to the capabilities. */
export const IN_CLEAR: ImapBehaviour[] = [
  { row: "H00", what: "a good server", dialogue: imapOffering(IMAP_OFFERED), ...isUp },
  { row: "H03", what: "accepts and resets", dialogue: [reset], ...isDown("greeting.reset") },
  { row: "H04", what: "accepts and closes", dialogue: [close], ...isDown("greeting.closed") },
  { row: "H05", what: "accepts and is silent", dialogue: [hold], ...isDown("greeting.timeout") },
  { row: "H07", what: "floods without a line end", dialogue: [flood("*")], ...isDown("greeting.line-too-long") },
  { row: "H11", what: "greets with an escape sequence", dialogue: greetedWith("* OK \x1b[31mred\r\n"), ...isDegraded("greeting.malformed") }, // prettier-ignore
  {
    row: "H12",
    what: "ends lines with a bare line feed",
    dialogue: greetedWith("* OK ready\n"),
    warning: /bare line feed/,
    ...isUp,
  },
  {
    row: "H12",
    what: "greets with a bare carriage return",
    dialogue: [send("* OK\rready\r\n"), hold],
    ...isDown("greeting.protocol"),
  },
  ...[
    ["SMTP", "220 mx.example ESMTP\r\n"],
    ["POP3", "+OK ready\r\n"],
    ["HTTP", "HTTP/1.1 400 Bad Request\r\n"],
    ["TLS", "\x16\x03\x01\x02\x00\x01"],
  ].map(([what, greeting]) => ({
    row: "H13",
    what: `speaks ${what}`,
    dialogue: [send(greeting!), hold],
    ...isDown("greeting.not-imap"),
  })),
  { row: "H14", what: "greets with data in the same breath", dialogue: greetedWith("* OK ready\r\n* OK still ready\r\n"), ...isUp },
  {
    row: "H14",
    what: "answers before it is asked",
    dialogue: greetedWith("* OK ready\r\na1 OK done\r\n"),
    ...isDegraded("greeting.desync"),
  },
  ...["* OKAY", "OK ready", "* NO", "a1 OK"].map((greeting) => ({
    row: "H15",
    what: `greets with ${greeting}`,
    dialogue: [send(`${greeting}\r\n`), hold],
    ...isDown("greeting.protocol"),
  })),
  ...[1, 3, 17].map((bytes) => ({
    row: "H16",
    what: `sends its answers in pieces of ${bytes} bytes`,
    dialogue: inPieces(bytes),
    ...isUp,
  })),
  {
    row: "H17",
    what: "lists capabilities and never ends",
    dialogue: capabilityThen(send(listed), hold),
    ...isDown("capability.timeout"),
  },
  { row: "H20", what: "does not know CAPABILITY", dialogue: capabilityAnswered("a1 BAD what\r\n"), ...isDown("capability.reply") },
  {
    row: "H20",
    what: "does not say what it can do",
    dialogue: capabilityAnswered("a1 OK done\r\n"),
    ...isDown("capability.protocol"),
  },
  { row: "H20", what: "does not say that it speaks IMAP", dialogue: capabilityAnswered("* CAPABILITY IDLE\r\na1 OK\r\n"), warning: /which version/, ...isUp }, // prettier-ignore
  {
    row: "H21",
    what: "refuses CAPABILITY",
    dialogue: capabilityAnswered("a1 NO [UNAVAILABLE] later\r\n"),
    ...isDown("capability.reply"),
  },
  { row: "H21", what: "answers with the tag of another", dialogue: capabilityAnswered(`${listed}b1 OK done\r\n`), ...isDown("capability.protocol") }, // prettier-ignore
  { row: "H21", what: "asks us to go on", dialogue: capabilityAnswered("+ go on\r\n"), ...isDown("capability.protocol") },
  { row: "H22", what: "lists one capability of 60 KiB", dialogue: capabilityThen(send(`* CAPABILITY ${"X".repeat(60 * 1024)}\r\n`)), ...isDown("capability.line-too-long") }, // prettier-ignore
  {
    row: "H22",
    what: "closes in the middle of its list",
    dialogue: capabilityThen(send("* CAPABIL"), close),
    ...isDown("capability.closed"),
  },
  { row: "H22", what: "resets in the middle of its list", dialogue: capabilityThen(send("* CAPABIL"), quiet(20), reset), ...isDown("capability.reset") }, // prettier-ignore
  { row: "H47", what: "answers CAPABILITY twice", dialogue: capabilityAnswered(`${listed}a1 OK done\r\na1 OK done\r\n`), ...isDegraded("capability.desync") }, // prettier-ignore
  { row: "H48", what: "does not answer LOGOUT", dialogue: imapOffering(IMAP_OFFERED).slice(0, -1).concat(hold), warning: /LOGOUT was not answered \(timeout\)/, ...isUp }, // prettier-ignore
  { row: "H48", what: "closes instead of answering LOGOUT", dialogue: imapOffering(IMAP_OFFERED).slice(0, -1).concat(close), warning: /LOGOUT was not answered \(closed\)/, ...isUp }, // prettier-ignore
  { row: "H48", what: "answers LOGOUT twice", dialogue: [...imapOffering(IMAP_OFFERED).slice(0, -1), send("* BYE\r\na6 OK\r\na6 OK\r\n")], ...isDegraded("capability.desync") }, // prettier-ignore
  {
    row: "H50",
    what: "greets with BYE",
    dialogue: [send("* BYE [UNAVAILABLE] no service here\r\n"), close],
    ...isDown("greeting.reply"),
  },
  { row: "H50", what: "says BYE in place of an answer", dialogue: capabilityThen(send("* BYE shutting down\r\n"), close), ...isDown("capability.reply") }, // prettier-ignore
  { row: "H50", what: "greets with PREAUTH", dialogue: greetedWith("* PREAUTH welcome\r\n"), warning: /PREAUTH/, ...isUp },
  { row: "H50", what: "greets with PREAUTH where TLS is required", dialogue: [send("* PREAUTH welcome\r\n"), ...imapFarewell], target: { tls: "starttls-required" }, ...isDown("greeting.preauth") }, // prettier-ignore
  { row: "H50", what: "announces a literal of 2 GiB", dialogue: capabilityThen(send("* LIST () NIL {2147483647}\r\n"), flood("x")), ...isDown("capability.reply-too-large") }, // prettier-ignore
  { row: "H50", what: "announces a literal of -1 bytes", dialogue: capabilityThen(send("* LIST () NIL {-1}\r\n"), hold), ...isDown("capability.protocol") }, // prettier-ignore
  { row: "H50", what: "announces a literal and sends half of it", dialogue: capabilityThen(send("* LIST () NIL {60000}\r\nxx"), hold), ...isDown("capability.timeout") }, // prettier-ignore
  { row: "H50", what: "hides an answer in a literal", dialogue: capabilityAnswered(`* LIST () NIL {${"a1 BAD no\r\n".length}}\r\na1 BAD no\r\n\r\n${listed}a1 OK done\r\n`), ...isUp }, // prettier-ignore
  { row: "H50", what: "floods with data nobody asked for", dialogue: capabilityThen(flood("* 1 EXISTS\r\n")), ...isDown("capability.reply-too-large") }, // prettier-ignore
  { row: "H50", what: "sends data now and then, without end", dialogue: capabilityThen(repeat("* 1 EXISTS\r\n", 100)), ...isDown("capability.timeout") }, // prettier-ignore
  { row: "H53", what: "offers markup", dialogue: capabilityAnswered("* CAPABILITY IMAP4rev1 <script>alert(1)</script>\r\na1 OK =cmd|' /C calc'!A0\r\n"), ...isUp }, // prettier-ignore
];
