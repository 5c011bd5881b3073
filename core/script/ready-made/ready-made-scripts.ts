import { stringify } from "yaml";
import { acceptTest } from "./accept-test.ts";
import { insideOut } from "./inside-out.ts";
import { loginTest } from "./login-test.ts";
import { outsideIn } from "./outside-in.ts";
import { QUESTIONS, type Answers, type ReadyMade } from "./ready-made.ts";
import { relayRefused } from "./relay-refused.ts";
import { roundTripByImap } from "./round-trip-by-imap.ts";
import { roundTripByPop3 } from "./round-trip-by-pop3.ts";
import { unknownUserRefused } from "./unknown-user-refused.ts";

/** Every script there is to begin with, the most wanted first. */
export const READY_MADE: readonly ReadyMade[] = [
  roundTripByImap,
  roundTripByPop3,
  outsideIn,
  insideOut,
  acceptTest,
  loginTest,
  relayRefused,
  unknownUserRefused,
];

/** A ready-made script with somebody's answers in it; what was not answered is as in the example. */
export function writeReadyMade(readyMade: ReadyMade, answers: Answers): string {
  return readyMade.write((question) => {
    const answer = answers[question]?.trim() || QUESTIONS[question].example;
    return /^[\w.@+-]*$/.test(answer) ? stringify(answer, { lineWidth: 0 }).trimEnd() : JSON.stringify(answer);
  });
}
