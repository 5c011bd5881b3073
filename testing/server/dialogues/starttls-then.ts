import { expect, send } from "../steps.ts";
import type { Dialogue, Step } from "../steps.ts";

/** Agrees to STARTTLS and then does this. */
export const starttlsThen = (...steps: Step[]): Dialogue => [
  send("220 mx.example ESMTP\r\n"),
  expect(/^EHLO /),
  send("250-mx.example\r\n250 STARTTLS\r\n"),
  expect(/^STARTTLS$/),
  send("220 2.0.0 go ahead\r\n"),
  ...steps,
];
