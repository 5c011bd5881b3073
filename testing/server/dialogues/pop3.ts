import type { TlsSettings } from "../player.ts";
import { close, expect, send, startTls } from "../steps.ts";
import type { Dialogue, Step } from "../steps.ts";

/** Pieces of dialogues of POP3, which are put together where they are played. */
export const pop3Greeting = send("+OK mx.example POP3 ready\r\n");

/** CAPA, answered with these. */
export const capa = (...capabilities: string[]): Dialogue => [
  expect(/^CAPA$/),
  send(`+OK\r\n${[...capabilities, "."].map((line) => `${line}\r\n`).join("")}`),
];

/** QUIT, answered, and the end of the connection. */
export const pop3Farewell: Dialogue = [expect(/^QUIT$/), send("+OK bye\r\n"), close];

/** Greets, offers these capabilities, and then does this; whoever takes leave after it gets an answer. */
export const pop3Offering = (capabilities: string[], ...steps: Step[]): Dialogue => [
  pop3Greeting,
  ...capa(...capabilities),
  ...steps,
  ...pop3Farewell,
];

/** The same in TLS from the first byte. */
export const pop3sOffering = (settings: TlsSettings, capabilities: string[], ...steps: Step[]): Dialogue => [
  startTls(settings),
  ...pop3Offering(capabilities, ...steps),
];

/** Agrees to STLS and then does this. */
export const stlsThen = (...steps: Step[]): Dialogue => [
  pop3Greeting,
  ...capa("BEFORE", "STLS"),
  expect(/^STLS$/),
  send("+OK begin TLS\r\n"),
  ...steps,
];

/** STLS as it should be; after TLS other capabilities are offered. `injected` comes in one piece with the +OK. */
export const stlsGood = (settings: TlsSettings, injected = ""): Dialogue => [
  pop3Greeting,
  ...capa("BEFORE", "STLS"),
  expect(/^STLS$/),
  send(`+OK begin TLS\r\n${injected}`),
  startTls(settings),
  ...capa("AFTER"),
  ...pop3Farewell,
];

/** USER and PASS, taken. */
export const userPass: Dialogue = [expect(/^USER joe$/), send("+OK\r\n"), expect(/^PASS /), send("+OK logged in\r\n")];

/** Two messages, and their list. */
export const twoMessages: Dialogue = [
  expect(/^STAT$/),
  send("+OK 2 320\r\n"),
  expect(/^LIST$/),
  send("+OK 2 messages\r\n1 120\r\n2 200\r\n.\r\n"),
];
