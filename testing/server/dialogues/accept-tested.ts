import { expect, send } from "../steps.ts";
import type { Dialogue, Step } from "../steps.ts";
import { mailThen } from "./mail-then.ts";
import { takenBack } from "./taken-back.ts";

/** Answers MAIL, and RCPT (one answer for each recipient), and then does this; RSET and QUIT are answered well. */
export const acceptTested = (mail: string, rcpts: readonly string[], ...steps: Step[]): Dialogue => [
  ...mailThen(send(mail)),
  ...rcpts.flatMap((answer) => [expect(/^RCPT TO:<[^<>]+>$/), send(answer)]),
  ...steps,
  ...takenBack,
];
