import { expect, send } from "../steps.ts";
import type { Dialogue } from "../steps.ts";

/** Greets twice in one breath. */
export const twoGreetings: Dialogue = [
  send("220 mx.example ESMTP\r\n220 mx.example ESMTP\r\n"),
  expect(/^EHLO /),
  send("250 mx.example\r\n"),
  expect(/^QUIT$/),
  send("221 bye\r\n"),
];
