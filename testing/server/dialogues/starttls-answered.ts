import { expect, send } from "../steps.ts";
import type { Dialogue } from "../steps.ts";

/** Offers STARTTLS and answers it with this, in the clear; whoever takes leave gets an answer. */
export const starttlsAnswered = (bytes: string): Dialogue => [
  send("220 mx.example ESMTP\r\n"),
  expect(/^EHLO /),
  send("250-mx.example\r\n250 STARTTLS\r\n"),
  expect(/^STARTTLS$/),
  send(bytes),
  expect(/^QUIT$/),
  send("221 bye\r\n"),
];
