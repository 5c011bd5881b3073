import { expect, send } from "../steps.ts";
import type { Dialogue } from "../steps.ts";

/** Greets, and is left at once. */
export const leftAfterGreeting: Dialogue = [send("220 mx.example ESMTP ready\r\n"), expect(/^QUIT$/), send("221 2.0.0 bye\r\n")];
