import { expect, flood, send } from "../steps.ts";
import type { Dialogue } from "../steps.ts";

/** Its list of capabilities never ends. */
export const ehloEndless: Dialogue = [send("220 mx.example ESMTP\r\n"), expect(/^EHLO /), flood("250-KEYWORD\r\n")];
