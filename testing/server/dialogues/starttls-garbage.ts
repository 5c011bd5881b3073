import { heard, hold, send } from "../steps.ts";
import type { Dialogue } from "../steps.ts";
import { starttlsThen } from "./starttls-then.ts";

/** Agrees to STARTTLS, waits for the handshake and answers it with what is no TLS. */
export const starttlsGarbage: Dialogue = starttlsThen(heard, send("454 4.7.0 never mind\r\n"), hold);
