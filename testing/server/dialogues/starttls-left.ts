import type { TlsSettings } from "../player.ts";
import { expect, send, startTls } from "../steps.ts";
import type { Dialogue, Step } from "../steps.ts";

/** STARTTLS as it should be up to the farewell, and then this. */
export const starttlsLeft = (settings: TlsSettings, ...steps: Step[]): Dialogue => [
  send("220 mx.example ESMTP\r\n"),
  expect(/^EHLO /),
  send("250-mx.example\r\n250 STARTTLS\r\n"),
  expect(/^STARTTLS$/),
  send("220 2.0.0 go ahead\r\n"),
  startTls(settings),
  expect(/^EHLO /),
  send("250 mx.example\r\n"),
  expect(/^QUIT$/),
  send("221 2.0.0 bye\r\n"),
  ...steps,
];
