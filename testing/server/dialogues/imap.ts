import type { TlsSettings } from "../player.ts";
import { close, expect, send, startTls } from "../steps.ts";
import type { Dialogue, Step } from "../steps.ts";

/** Pieces of dialogues of IMAP, which are put together where they are played. */
export const imapGreeting = send("* OK mx.example IMAP ready\r\n");

/** What a good server offers in the clear, and in TLS. */
export const IMAP_OFFERED = ["IMAP4rev1", "SASL-IR", "IDLE"];

/** CAPABILITY, answered with these; after TLS it has another tag. */
export const capability = (capabilities: readonly string[], tag: "a1" | "a3" = "a1"): Dialogue => [
  expect(new RegExp(`^${tag} CAPABILITY$`)),
  send(`* CAPABILITY ${capabilities.join(" ")}\r\n${tag} OK done\r\n`),
];

export const imapFarewell: Dialogue = [expect(/^a6 LOGOUT$/), send("* BYE see you\r\na6 OK done\r\n")];

/** Greets, offers these capabilities, and then does this; whoever takes leave after it gets an answer. */
export const imapOffering = (capabilities: readonly string[], ...steps: Step[]): Dialogue => [
  imapGreeting,
  ...capability(capabilities),
  ...steps,
  ...imapFarewell,
];

/** The same in TLS from the first byte. */
export const imapsOffering = (settings: TlsSettings, capabilities: readonly string[], ...steps: Step[]): Dialogue => [
  startTls(settings),
  ...imapOffering(capabilities, ...steps),
  close,
];

/** Agrees to STARTTLS and then does this; `injected` comes in one piece with its OK. */
export const imapStarttlsThen = (injected: string, ...steps: Step[]): Dialogue => [
  imapGreeting,
  ...capability(["IMAP4rev1", "BEFORE", "STARTTLS", "LOGINDISABLED"]),
  expect(/^a2 STARTTLS$/),
  send(`a2 OK begin TLS\r\n${injected}`),
  ...steps,
];

/** STARTTLS as it should be; after TLS other capabilities are offered. */
export const imapStarttlsGood = (settings: TlsSettings, injected = ""): Dialogue =>
  imapStarttlsThen(injected, startTls(settings), ...capability(["IMAP4rev1", "AFTER"], "a3"), ...imapFarewell, close);

/** The command LOGIN, taken. */
export const loginTaken: Dialogue = [expect(/^a4 LOGIN "joe" "/), send("* CAPABILITY IMAP4rev1 MOVE\r\na4 OK logged in\r\n")];

/** A folder with two messages, opened. */
export const folderOpened: Dialogue = [
  expect(/^a5 EXAMINE "INBOX"$/),
  send("* FLAGS (\\Seen)\r\n* 2 EXISTS\r\n* OK [UIDVALIDITY 1] fine\r\na5 OK [READ-ONLY] done\r\n"),
];
