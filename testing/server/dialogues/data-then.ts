import { expect, send } from "../steps.ts";
import type { Dialogue, Step } from "../steps.ts";

/** Wants the message, and does this then. */
export const dataThen = (...steps: Step[]): Dialogue => [expect(/^DATA$/), send("354 go ahead\r\n"), ...steps];
