import { repeat } from "../steps.ts";
import type { Dialogue } from "../steps.ts";

/** Sends a byte now and then, and never a whole line. */
export const greetingTrickle: Dialogue = [repeat("2", 50)];
