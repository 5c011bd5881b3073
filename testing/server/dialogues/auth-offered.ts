import type { Certificate } from "#testing/certificates.ts";
import { close, expect, send, startTls } from "../steps.ts";
import type { Dialogue, Step } from "../steps.ts";

/** In TLS from the first byte, offers these mechanisms, and then does this; whoever takes leave after it gets an answer, and the connection ends. */
export const authOffered = (certificate: Certificate, mechanisms: string, ...steps: Step[]): Dialogue => [
  startTls(certificate),
  send("220 mx.example ESMTP\r\n"),
  expect(/^EHLO /),
  send(`250-mx.example\r\n250-SIZE\r\n250 AUTH ${mechanisms}\r\n`),
  ...steps,
  expect(/^QUIT$/),
  send("221 2.0.0 bye\r\n"),
  close,
];
