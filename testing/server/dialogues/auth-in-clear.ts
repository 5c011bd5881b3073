import type { Certificate } from "#testing/certificates.ts";
import { expect, send, startTls } from "../steps.ts";
import type { Dialogue } from "../steps.ts";

/** Offers AUTH to everybody who listens, and this once there is TLS. */
export const authInClear = (certificate: Certificate, after: string): Dialogue => [
  send("220 mx.example ESMTP\r\n"),
  expect(/^EHLO /),
  send("250-mx.example\r\n250-AUTH PLAIN\r\n250 STARTTLS\r\n"),
  expect(/^STARTTLS$/),
  send("220 2.0.0 go ahead\r\n"),
  startTls(certificate),
  expect(/^EHLO /),
  send(`250-mx.example\r\n250 ${after}\r\n`),
  expect(/^QUIT$/),
  send("221 2.0.0 bye\r\n"),
];
