import { expect, repeat, send } from "../steps.ts";
import type { Dialogue } from "../steps.ts";

/** Its list of capabilities never ends, one each 100 ms. */
export const ehloTrickle: Dialogue = [send("220 mx.example ESMTP\r\n"), expect(/^EHLO /), repeat("250-KEYWORD\r\n", 100)];
