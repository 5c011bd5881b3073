import { expect, heard, hold, send } from "../steps.ts";
import type { Dialogue } from "../steps.ts";

/** Agrees to STARTTLS, waits for the handshake and answers it with what is no TLS. */
export const starttlsGarbage: Dialogue = [
  send("220 mx.example ESMTP\r\n"),
  expect(/^EHLO /),
  send("250-mx.example\r\n250 STARTTLS\r\n"),
  expect(/^STARTTLS$/),
  send("220 2.0.0 go ahead\r\n"),
  heard,
  send("454 4.7.0 never mind\r\n"),
  hold,
];
