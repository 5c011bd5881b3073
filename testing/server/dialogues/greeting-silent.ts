import { hold } from "../steps.ts";
import type { Dialogue } from "../steps.ts";

/** Accepts the connection and says nothing. */
export const greetingSilent: Dialogue = [hold];
