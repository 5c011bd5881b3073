import { close } from "../steps.ts";
import type { Dialogue } from "../steps.ts";

/** Accepts the connection and closes it without a word. */
export const greetingClosed: Dialogue = [close];
