import { hold, send } from "../steps.ts";
import type { Dialogue } from "../steps.ts";

/** Greets with these very bytes, given as Latin-1, and stays. */
export const greetingOf = (bytes: string): Dialogue => [send(bytes), hold];
