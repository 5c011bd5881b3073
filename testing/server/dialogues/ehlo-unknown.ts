import { expect, send } from "../steps.ts";
import type { Dialogue } from "../steps.ts";

/** Knows HELO only. */
export const ehloUnknown = (code: number): Dialogue => [
  send("220 old.example\r\n"),
  expect(/^EHLO probe\.example$/),
  send(`${code} 5.5.1 What?\r\n`),
  expect(/^HELO probe\.example$/),
  send("250 old.example\r\n"),
  expect(/^QUIT$/),
  send("221 bye\r\n"),
];
