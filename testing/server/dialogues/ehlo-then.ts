import { expect, send } from "../steps.ts";
import type { Dialogue, Step } from "../steps.ts";

/** Greets well, and does this once EHLO was said. */
export const ehloThen = (...steps: Step[]): Dialogue => [send("220 mx.example ESMTP\r\n"), expect(/^EHLO /), ...steps];
