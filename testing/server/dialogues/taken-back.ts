import { expect, send } from "../steps.ts";
import type { Dialogue } from "../steps.ts";

/** Answers RSET and QUIT well. */
export const takenBack: Dialogue = [expect(/^RSET$/), send("250 2.0.0 forgotten\r\n"), expect(/^QUIT$/), send("221 2.0.0 bye\r\n")];
