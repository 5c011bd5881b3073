import { expect, hold, send } from "../steps.ts";
import type { Dialogue } from "../steps.ts";

/** Does not answer a farewell. */
export const quitSilent: Dialogue = [
  send("220 mx.example ESMTP\r\n"),
  expect(/^EHLO /),
  send("250 mx.example\r\n"),
  expect(/^QUIT$/),
  hold,
];
