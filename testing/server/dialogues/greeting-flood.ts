import { flood } from "../steps.ts";
import type { Dialogue } from "../steps.ts";

/** Sends bytes without a line end, as fast as it can. */
export const greetingFlood: Dialogue = [flood("2")];
