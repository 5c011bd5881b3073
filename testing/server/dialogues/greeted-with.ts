import { expect, send } from "../steps.ts";
import type { Dialogue } from "../steps.ts";

/** Greets with these bytes, given as Latin-1, and goes on as it should. */
export const greetedWith = (greeting: string): Dialogue => [
  send(greeting),
  expect(/^EHLO /),
  send("250 mx.example\r\n"),
  expect(/^QUIT$/),
  send("221 bye\r\n"),
];
