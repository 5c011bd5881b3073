import { reset } from "../steps.ts";
import type { Dialogue } from "../steps.ts";

/** Accepts the connection and breaks it off. */
export const greetingReset: Dialogue = [reset];
