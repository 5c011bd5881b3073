import { expect, send } from "../steps.ts";
import type { Dialogue } from "../steps.ts";

/** Everything as it should be, without TLS. */
export const good: Dialogue = [
  send("220 mx.example ESMTP ready\r\n"),
  expect(/^EHLO probe\.example$/),
  send("250-mx.example greets you\r\n250-SIZE 1000000\r\n250 8BITMIME\r\n"),
  expect(/^QUIT$/),
  send("221 2.0.0 bye\r\n"),
];
