import type { ImapTarget } from "#core/monitor/monitor.ts";
import type { Dialogue } from "../dialogue.ts";

/** What the commands of a dialogue in IMAP share. `asked` counts the commands that no stage of a check has (see ask). */
export type ImapDialogue = Dialogue<ImapTarget> & { asked?: number };
