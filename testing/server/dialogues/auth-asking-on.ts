import type { Certificate } from "#testing/certificates.ts";
import type { Step } from "../steps.ts";
import type { Dialogue } from "../steps.ts";
import { authOffered } from "./auth-offered.ts";

/** Answers whatever is said with one more challenge, until the client takes leave. */
const askOn: Step = async (player) => {
  for (let line = await player.line(); line !== "QUIT"; line = await player.line()) player.send("334 Z28gb24=\r\n");
  player.send("221 2.0.0 bye\r\n");
};

/** A login without an end. */
export const authAskingOn = (certificate: Certificate, mechanism: string): Dialogue =>
  authOffered(certificate, mechanism).slice(0, -3).concat(askOn);
