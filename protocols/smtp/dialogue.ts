import type { SmtpTarget } from "#core/monitor/monitor.ts";
import type { Dialogue } from "../dialogue.ts";

/** What the commands of a dialogue in SMTP share. */
export type SmtpDialogue = Dialogue<SmtpTarget>;
