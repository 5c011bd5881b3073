import { expect, quiet, send } from "../steps.ts";
import type { Dialogue } from "../steps.ts";

/** Greets in two lines with a pause between, in which nobody may speak: postscreen's trap for the impatient. */
export const greetingDelayed: Dialogue = [
  send("220-mx.example ESMTP\r\n"),
  quiet(300),
  send("220 mx.example ESMTP\r\n"),
  expect(/^EHLO /),
  send("250 mx.example\r\n"),
  expect(/^QUIT$/),
  send("221 bye\r\n"),
];
