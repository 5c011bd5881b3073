import type { TlsSettings } from "../player.ts";
import { startTls } from "../steps.ts";
import type { Dialogue, Step } from "../steps.ts";
import { starttlsThen } from "./starttls-then.ts";

const answerOn: Step = async (player) => {
  while ((await player.line()) !== "QUIT") player.send("250 mx.example\r\n");
  player.send("221 2.0.0 bye\r\n");
};

/** STARTTLS, and whoever goes on in it gets good answers, whatever they should have made of the certificate. */
export const starttlsAnyway = (settings: TlsSettings): Dialogue => starttlsThen(startTls(settings), answerOn);
