import { close, expect, send } from "../steps.ts";
import type { Dialogue } from "../steps.ts";

/** Greets with a refusal, and takes leave when the client does. */
export const greetingRefused = (line: string): Dialogue => [send(`${line}\r\n`), expect(/^QUIT$/), send("221 bye\r\n"), close];
