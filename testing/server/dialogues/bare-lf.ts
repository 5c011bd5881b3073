import { expect, send } from "../steps.ts";
import type { Dialogue } from "../steps.ts";

/** Ends its lines with a bare line feed. */
export const bareLf: Dialogue = [
  send("220 mx.example ESMTP\n"),
  expect(/^EHLO /),
  send("250-mx.example\n250 SIZE\n"),
  expect(/^QUIT$/),
  send("221 bye\n"),
];
