import { flood } from "../steps.ts";
import type { Dialogue } from "../steps.ts";

/** Sends a greeting whose last line never comes. */
export const greetingEndless: Dialogue = [flood("220-mx.example welcomes you\r\n")];
