import { expect, send } from "../steps.ts";
import type { Dialogue } from "../steps.ts";

/** Greets, and greets again once EHLO was said, before it answers. */
export const greetedLateAgain: Dialogue = [
  send("220 mx.example ESMTP\r\n"),
  expect(/^EHLO /),
  send("220 mx.example ESMTP\r\n250-mx.example\r\n250 SIZE 1000\r\n"),
  expect(/^QUIT$/),
  send("221 bye\r\n"),
];
