import type { Certificate } from "#testing/certificates.ts";
import { expect, send, startTls } from "../steps.ts";
import type { Dialogue } from "../steps.ts";

/** In TLS from the first byte, refuses every login, and lets whoever tries none take leave. */
export const authRefused = (certificate: Certificate): Dialogue => [
  startTls(certificate),
  send("220 mx.example ESMTP\r\n"),
  expect(/^EHLO /),
  send("250-mx.example\r\n250 AUTH PLAIN\r\n"),
  async (player) => {
    while ((await player.line()) !== "QUIT") player.send("535 5.7.8 Wrong password\r\n");
    player.send("221 2.0.0 bye\r\n");
  },
];
