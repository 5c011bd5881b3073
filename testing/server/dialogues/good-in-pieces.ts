import { expect, sendInPieces } from "../steps.ts";
import type { Dialogue } from "../steps.ts";

/** Everything as it should be, cut into pieces of so many bytes. */
export const goodInPieces = (bytes: number): Dialogue => [
  sendInPieces("220-mx.example\r\n220 ESMTP ready\r\n", bytes, 1),
  expect(/^EHLO /),
  sendInPieces("250-mx.example\r\n250-SIZE 1000000\r\n250 8BITMIME\r\n", bytes, 1),
  expect(/^QUIT$/),
  sendInPieces("221 2.0.0 bye\r\n", bytes, 1),
];
