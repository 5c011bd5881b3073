import type { Pop3Target } from "#core/monitor/monitor.ts";
import type { Dialogue } from "../dialogue.ts";

/** What the commands of a dialogue in POP3 share. */
export type Pop3Dialogue = Dialogue<Pop3Target>;
