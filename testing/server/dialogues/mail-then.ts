import { expect, send } from "../steps.ts";
import type { Dialogue, Step } from "../steps.ts";

/** Greets well, and does this once MAIL was said. */
export const mailThen = (...steps: Step[]): Dialogue => [
  send("220 mx.example ESMTP\r\n"),
  expect(/^EHLO /),
  send("250 mx.example\r\n"),
  expect(/^MAIL FROM:<[^<>]*>$/),
  ...steps,
];
