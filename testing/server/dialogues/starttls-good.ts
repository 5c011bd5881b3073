import type { TlsSettings } from "../player.ts";
import { expect, send, startTls } from "../steps.ts";
import type { Dialogue } from "../steps.ts";

/** STARTTLS as it should be; after TLS other capabilities are offered. `injected` comes in one piece with the 220. */
export const starttlsGood = (settings: TlsSettings, injected = ""): Dialogue => [
  send("220 mx.example ESMTP\r\n"),
  expect(/^EHLO /),
  send("250-mx.example\r\n250-BEFORE\r\n250 STARTTLS\r\n"),
  expect(/^STARTTLS$/),
  send(`220 2.0.0 go ahead\r\n${injected}`),
  startTls(settings),
  expect(/^EHLO /),
  send("250-mx.example\r\n250 AFTER\r\n"),
  expect(/^QUIT$/),
  send("221 2.0.0 bye\r\n"),
];
