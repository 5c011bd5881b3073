import { expect, send } from "../steps.ts";
import type { Dialogue } from "../steps.ts";

/** Greets well and answers EHLO with this; whoever takes leave gets an answer. */
export const ehloAnswered = (bytes: string): Dialogue => [
  send("220 mx.example ESMTP\r\n"),
  expect(/^EHLO /),
  send(bytes),
  expect(/^QUIT$/),
  send("221 bye\r\n"),
];
