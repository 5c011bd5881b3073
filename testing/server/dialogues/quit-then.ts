import { expect, send } from "../steps.ts";
import type { Dialogue, Step } from "../steps.ts";

/** Everything as it should be up to QUIT, and then this. */
export const quitThen = (...steps: Step[]): Dialogue => [
  send("220 mx.example ESMTP\r\n"),
  expect(/^EHLO /),
  send("250 mx.example\r\n"),
  expect(/^QUIT$/),
  ...steps,
];
