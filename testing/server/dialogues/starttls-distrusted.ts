import type { TlsSettings } from "../player.ts";
import { expect, send, startTls } from "../steps.ts";
import type { Dialogue } from "../steps.ts";

/** STARTTLS whose certificate the client refuses: the next it says is farewell. */
export const starttlsDistrusted = (settings: TlsSettings): Dialogue => [
  send("220 mx.example ESMTP\r\n"),
  expect(/^EHLO /),
  send("250-mx.example\r\n250 STARTTLS\r\n"),
  expect(/^STARTTLS$/),
  send("220 2.0.0 go ahead\r\n"),
  startTls(settings),
  expect(/^QUIT$/),
  send("221 2.0.0 bye\r\n"),
];
